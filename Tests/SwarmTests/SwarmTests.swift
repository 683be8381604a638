import Foundation
import Testing

/// What the generated scripts make of three real Docker engines in one swarm, and what becomes of what the rules refuse.
///
/// One bed for all (testbed/testbed), so one test after the other; each starts on a swarm with no service and no network.
@Suite(.serialized, .enabled(if: Bed.isWanted, "this machine can't: testbed/testbed check"))
enum SwarmTests {}
