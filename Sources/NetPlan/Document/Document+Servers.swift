/// What several emitters' settings name: servers of the web, and machines of the plan.
extension Document {
    /// A web server without a path: `https://mirror.home.arpa:5000`.
    public func webServer(_ noun: String, reporting problems: inout Diagnostics) -> Backend? {
        value(.invalidURL, noun, example: "https://mirror.home.arpa", reporting: &problems) { text throws(ParseError) in
            let server = try Backend(url: text)
            if server.scheme == .h2c { throw ParseError("it starts with http:// or https://", at: 0) }
            return server
        }
    }

    /// A server by its host, and perhaps its port: `registry.home.arpa:5000`.
    public func server(_ noun: String, reporting problems: inout Diagnostics) -> Backend? {
        value(
            .invalidURL, noun, example: "registry.home.arpa:5000", reporting: &problems, parsing: Backend.init(hostAndPerhapsPort:))
    }

    /// A port that a server listens on: `443`, `514/udp`.
    public func listener(reporting problems: inout Diagnostics) -> PublishedPort? {
        value(.invalidPort, "a port", example: "443 or 514/udp", reporting: &problems) { text throws(ParseError) in
            let port = try PublishedPort(parsing: text)
            if port.published != nil || port.target.lowerBound != port.target.upperBound || port.transport == .sctp {
                throw ParseError("it is one port, of TCP or UDP", at: 0)
            }
            return port
        }
    }
}
