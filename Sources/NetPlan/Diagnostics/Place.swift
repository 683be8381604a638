/// Where something is: known by what it is called in the plan, by a mark in a file, or nowhere at all.
public enum Place: Sendable, Hashable {
    /// The value at the end of the path.
    case value(PlanPath)
    /// The key that leads to it.
    case key(PlanPath)
    /// A line of some file, which need not be the plan.
    case mark(file: String, Mark)
    /// A default of the program, written in no file.
    case program
}
