extension DecodingError {
    /// Where the JSON is not as it should be; the decoder's own words are for programmers.
    func reason(of noun: String) -> String {
        let context: Context? =
            switch self {
            case .typeMismatch(_, let context), .valueNotFound(_, let context), .keyNotFound(_, let context), .dataCorrupted(let context):
                context
            @unknown default: nil
            }
        var path = (context?.codingPath ?? []).map { $0.intValue.map { "[\($0)]" } ?? $0.stringValue }
        if case .keyNotFound(let key, _) = self { path.append(key.stringValue) }
        return path.isEmpty ? "it is not JSON, or not \(noun)" : "'\(path.joined(separator: "."))' is missing or not what it should be"
    }
}
