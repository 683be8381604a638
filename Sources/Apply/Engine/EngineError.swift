/// Why an engine did not do what it was asked.
enum EngineError: Error, Sendable, Hashable {
    /// It answered, and said no.
    case refused(EngineRefusal)
    /// It was not to be had, or did not answer as one.
    case failed(Failure)

    /// As a failure of the whole run.
    var failure: Failure {
        switch self {
        case .refused(let refusal): Failure(refusal.sentence)
        case .failed(let failure): failure
        }
    }
}
