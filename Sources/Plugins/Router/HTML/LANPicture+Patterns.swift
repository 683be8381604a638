extension LANPicture {
    /// A pattern for each use: no two are alike in grey or to whoever sees few colours. The colours are the style sheet's.
    ///
    /// The dotted, barred and crossed ones repeat with the squares, so that each square looks the same.
    static let patterns: HTML = """
        <defs>
        <pattern id="free" width="17" height="17" patternUnits="userSpaceOnUse"><rect class="free" x=".5" y=".5" width="14" height="14" rx="2.5"/></pattern>
        <pattern id="unusable" width="17" height="17" patternUnits="userSpaceOnUse"><path class="bare" d="M4 4l7 7M11 4l-7 7"/></pattern>
        <pattern id="gateway" width="17" height="17" patternUnits="userSpaceOnUse"><path class="fill" d="M0 0h17v17H0z"/><circle class="ring" cx="7.5" cy="7.5" r="3.5"/></pattern>
        <pattern id="node" width="17" height="17" patternUnits="userSpaceOnUse"><path class="fill" d="M0 0h17v17H0z"/></pattern>
        <pattern id="device" width="17" height="17" patternUnits="userSpaceOnUse"><path class="fill" d="M0 0h17v17H0z"/><path class="dots" d="M4.5 4.5h0M10.5 4.5h0M4.5 10.5h0M10.5 10.5h0"/></pattern>
        <pattern id="VIP" width="17" height="17" patternUnits="userSpaceOnUse"><path class="fill" d="M0 0h17v17H0z"/><path class="mark" d="M7.5 2.5v10M2.5 7.5h10"/></pattern>
        <pattern id="server" width="17" height="17" patternUnits="userSpaceOnUse"><path class="fill" d="M0 0h17v17H0z"/><path class="mark" d="M3.5 5.5h8M3.5 9.5h8"/></pattern>
        <pattern id="slice" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="fill" d="M0 0h6v6H0z"/><path class="mark" d="M1.5 0v6"/></pattern>
        <pattern id="reserved" width="4.25" height="4.25" patternUnits="userSpaceOnUse"><path class="fill" d="M0 0h4.25v4.25H0z"/><path class="thin" d="M0 .5h4.25M.5 0v4.25"/></pattern>
        <pattern id="leased" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)"><path class="fill" d="M0 0h5v5H0z"/><path class="thin" d="M2.5 0v5"/></pattern>
        </defs>
        """
}
