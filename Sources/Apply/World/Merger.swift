/// Finds our part of a file that is written in a language, and puts it there: a judge that knows how to merge.
///
/// What the part holds is ours; all else in the file is somebody else's and stays.
public protocol Merger: Judge {
    /// What stands in the file of all that `ours` names, in the form of `ours`; nil where it is none of it.
    func part(of content: [UInt8], like ours: [UInt8]) throws(Failure) -> [UInt8]?

    /// The file with `new` in place of `old`; nil where nothing is left in it.
    func merging(_ new: [UInt8]?, replacing old: [UInt8]?, into content: [UInt8]) throws(Failure) -> [UInt8]?

    /// What a file holds that is nobody's and stays: as little as its server takes.
    var nothing: [UInt8] { get }
}
