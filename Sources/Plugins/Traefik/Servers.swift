internal import NetPlan

/// Where a file tells Traefik to find a service: its backends, or its own addresses and its port.
struct Servers {
    private let scheme: Service.Scheme
    private let backends: [Backend]

    init(of service: Service, at addresses: [IPv4Address]) {
        scheme = service.scheme
        if service.backends.isEmpty, let port = service.port {
            backends = addresses.map { Backend(scheme: nil, host: .address(.v4($0)), port: port) }
        } else {
            backends = service.backends.map(\.value)
        }
    }

    var isEmpty: Bool { backends.isEmpty }

    /// Each as `http://192.168.0.50:3000`.
    var urls: [String] { backends.map { "\(($0.scheme ?? scheme).rawValue)://\(Self.authority($0))" } }

    /// Each as `192.168.0.50:1883`.
    var sockets: [String] { backends.map(Self.authority) }

    /// An IPv6 address stands in brackets (RFC 3986, 3.2.2).
    private static func authority(_ backend: Backend) -> String {
        let host =
            switch backend.host {
            case .address(.v4(let address)): address.description
            case .address(.v6(let address)): "[\(address)]"
            case .name(let name): name.description
            }
        return backend.port.map { "\(host):\($0)" } ?? host
    }
}
