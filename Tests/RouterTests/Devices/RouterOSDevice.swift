/// A router's tables, on which a script is run.
struct RouterOSDevice: Equatable {
    typealias Row = [String: String]
    typealias Refused = RouterOSScript.Refused

    /// By menu: `/ip pool`.
    var tables: [String: [Row]]
    private(set) var printed: [String] = []

    /// What each menu knows, and what a new row must have (RouterOS 7, "DHCP" and "IP Pools").
    private static let columns: [String: (known: Set<String>, required: Set<String>)] = [
        "/ip pool": (["name", "ranges", "comment"], ["name", "ranges"]),
        "/ip dhcp-server": (["name", "interface", "address-pool", "lease-time"], ["name", "interface"]),
        "/ip dhcp-server network": (["address", "gateway", "dns-server", "domain", "comment"], ["address"]),
        "/ip dhcp-server lease": (["server", "address", "mac-address", "comment", "dynamic"], ["address"]),
    ]

    /// A router with a DHCP server for the LAN, as its admin made it.
    init(server: String) {
        tables = ["/ip dhcp-server": [["name": server, "interface": "bridge", "address-pool": "default"]]]
    }

    mutating func run(_ script: RouterOSScript) throws { for command in script.commands { _ = try run(command, in: "") } }

    /// The numbers of the rows that a command gives.
    private mutating func run(_ command: RouterOSScript.Command, in outer: String) throws -> [Int] {
        var words = command.words
        // `find where` is `find`, in words that read better.
        if words.suffix(2) == ["find", "where"] { words.removeLast() }
        guard let verb = words.popLast() else { throw Refused(description: "a command has no verb") }
        let menu = words.isEmpty ? outer : words.joined(separator: " ")
        switch (verb, words.isEmpty) {
        case (":if", true): try runCondition(command)
        case (":error", true): throw Refused(description: "the script gave up: \(command.arguments)")
        case (":put", true): if case .text(let text)? = command.arguments.first?.value { printed.append(text) }
        case (":do", true): try runTry(command)
        case ("find", _): return try find(command, in: menu)
        case ("add", _): try add(try row(command, in: menu), to: menu)
        case ("set", _):
            let changes = try row(command, in: menu)
            for index in try selection(command, in: menu) { tables[menu]?[index].merge(changes) { $1 } }
        case ("remove", _):
            for index in try selection(command, in: menu).sorted(by: >) { tables[menu]?.remove(at: index) }
        default: throw Refused(description: "there is no command '\(command.words.joined(separator: " "))'")
        }
        return []
    }

    private mutating func runCondition(_ command: RouterOSScript.Command) throws {
        // (`[:len [find …]] = 0`) do={…}
        guard command.arguments.count == 2, case .command(let condition) = command.arguments[0].value, condition.words.isEmpty,
            condition.arguments.count == 3, case .command(let length) = condition.arguments[0].value, length.words == [":len"],
            condition.arguments[1].comparison == "=", condition.arguments[2].value == .text("0"),
            case .command(let inner)? = length.arguments.first?.value, command.arguments[1].name == "do",
            case .block(let body) = command.arguments[1].value
        else { throw Refused(description: "an :if of another form: \(command)") }
        if try run(inner, in: "").isEmpty { for command in body { _ = try run(command, in: "") } }
    }

    private mutating func runTry(_ command: RouterOSScript.Command) throws {
        guard command.arguments.count == 2, case .block(let body) = command.arguments[0].value, command.arguments[1].name == "on-error",
            case .block(let rescue) = command.arguments[1].value
        else { throw Refused(description: "a :do of another form") }
        do { for command in body { _ = try run(command, in: "") } } catch { for command in rescue { _ = try run(command, in: "") } }
    }

    private func row(_ command: RouterOSScript.Command, in menu: String) throws -> Row {
        guard let columns = Self.columns[menu] else { throw Refused(description: "there is no menu '\(menu)'") }
        var row: Row = [:]
        for argument in command.arguments {
            guard let name = argument.name else { continue }
            guard columns.known.contains(name), argument.comparison == "=", case .text(let text) = argument.value, row[name] == nil else {
                throw Refused(description: "\(menu): \(argument)")
            }
            row[name] = text
        }
        return row
    }

    private mutating func add(_ row: Row, to menu: String) throws {
        guard let required = Self.columns[menu]?.required, required.isSubset(of: row.keys) else {
            throw Refused(description: "\(menu): \(row)")
        }
        let unique = menu.hasSuffix("lease") ? ["mac-address", "address"] : menu.hasSuffix("network") ? ["address"] : ["name"]
        let isThere = (tables[menu] ?? []).contains { other in unique.contains { other[$0] != nil && other[$0] == row[$0] } }
        if isThere { throw Refused(description: "already there: \(row)") }
        tables[menu, default: []].append(row)
    }

    private mutating func selection(_ command: RouterOSScript.Command, in menu: String) throws -> [Int] {
        guard case .command(let find)? = command.arguments.first(where: { $0.name == nil })?.value else {
            throw Refused(description: "nothing is selected: \(command)")
        }
        return try run(find, in: menu)
    }

    private func find(_ command: RouterOSScript.Command, in menu: String) throws -> [Int] {
        guard Self.columns[menu] != nil else { throw Refused(description: "there is no menu '\(menu)'") }
        let rows = tables[menu] ?? []
        return try rows.indices.filter { index in
            try command.arguments.allSatisfy { argument in
                guard let name = argument.name else {
                    guard argument.value == .text("and") else {
                        throw Refused(description: "\(argument)")
                    }
                    return true
                }
                guard case .text(let text) = argument.value, Self.columns[menu]?.known.contains(name) ?? false else {
                    throw Refused(description: "\(argument)")
                }
                let value = rows[index][name] ?? (name == "dynamic" ? "no" : "")
                return argument.comparison == "~" ? value.contains(try Regex(text)) : value == text
            }
        }
    }
}
