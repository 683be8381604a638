internal import NetPlan

extension ReservationSheet {
    /// An object for whoever feeds a router's API, with a line for each address so that changes can be read.
    ///
    /// Written here because `Wire`, which knows every other JSON form, is no plugin's to import: the sheet belongs to the
    /// router and leaves with this folder.
    func json() -> TextBuffer {
        var text = TextBuffer()
        text.reserve(96 * (reservations.count + exclusions.count + 4))
        text.append("{\n  \"schemaVersion\": 1,\n  \"site\": ")
        text.append(json: site.description)
        text.append(",\n  \"lan\": ")
        text.append(json: lan.name.description)
        text.append(",\n  \"subnet\": \"")
        text.append(lan.subnet)
        text.append("\",\n  \"gateway\": \(lan.gateway.map { "\"\($0)\"" } ?? "null"),\n  \"reservations\": ")
        text.appendList(reservations) { text, reservation in
            text.append("{\"name\": ")
            text.append(json: reservation.name)
            text.append(", \"mac\": \"")
            text.append(reservation.mac)
            text.append("\", \"address\": \"")
            text.append(reservation.address)
            text.append("\"}")
        }
        text.append(",\n  \"exclusions\": ")
        text.appendList(exclusions) { text, exclusion in
            text.append("{\"name\": ")
            text.append(json: exclusion.name)
            text.append(", \"first\": \"")
            text.append(exclusion.range.lowerBound)
            text.append("\", \"last\": \"")
            text.append(exclusion.range.upperBound)
            text.append("\", \"note\": ")
            text.append(json: exclusion.note)
            text.append("}")
        }
        text.append("\n}\n")
        return text
    }
}

extension TextBuffer {
    /// A list with a line for each element.
    mutating func appendList<Element>(_ elements: [Element], _ write: (inout TextBuffer, Element) -> Void) {
        append(ascii: "[")
        for (index, element) in elements.enumerated() {
            append(index == 0 ? "\n    " : ",\n    ")
            write(&self, element)
        }
        append(elements.isEmpty ? "]" : "\n  ]")
    }
}
