/// Something that should exist: a file, a Docker network, or labels on a member of the swarm. Desired state, no decision how.
public enum Artifact: Sendable, Hashable {
    case file(FileArtifact)
    case network(NetworkArtifact)
    case labels(NodeLabels)
}
