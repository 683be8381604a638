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
    var urls: [String] { backends.map { "\(($0.scheme ?? scheme).rawValue)://\($0.authority)" } }

    /// Each as `192.168.0.50:1883`.
    var sockets: [String] { backends.map(\.authority) }
}
