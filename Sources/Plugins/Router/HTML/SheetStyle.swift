/// How a sheet looks: on a phone and a desk, by day and by night, and on A4. Nothing of it is fetched from anywhere.
///
/// Each text has a contrast of at least 4.5:1 to what is behind it, in both themes.
enum SheetStyle {
    static let css = """

        :root {
          color-scheme: light dark;
          --paper: #fbfaf7; --card: #ffffff; --ink: #1c2430; --soft: #556070; --line: #dedbd3; --accent: #0b6265; --warm: #a93a22;
          --gateway: #1c2430; --node: #2563a8; --device: #1f8577; --vip: #7546ad; --server: #7c5526; --slice: #c8492f;
          --reserved: #a8750c; --leased: #cfe3f1; --lease-line: #4f88b1; --free: #c9c5bb; --on: #ffffff;
        }
        @media screen and (prefers-color-scheme: dark) {
          :root {
            --paper: #13171d; --card: #1a2028; --ink: #e8eaee; --soft: #a5afbd; --line: #303946; --accent: #6cc9c4; --warm: #f59a83;
            --gateway: #f1f1ee; --node: #74adf0; --device: #57c3b2; --vip: #b998f0; --server: #cfa06a; --slice: #f08268;
            --reserved: #e8c258; --leased: #24405a; --lease-line: #6fa9d6; --free: #46505e; --on: #13171d;
          }
        }
        * { box-sizing: border-box; }
        html { font: 16px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif; -webkit-text-size-adjust: 100%; }
        body { margin: 0; background: var(--paper); color: var(--ink); }
        header, main, footer { max-width: 62rem; margin: 0 auto; padding: 0 clamp(.9rem, 4vw, 2.5rem); }
        header { padding-top: clamp(1.5rem, 5vw, 3.5rem); }
        h1, h2, h3 { line-height: 1.2; margin: 0; text-wrap: balance; overflow-wrap: anywhere; }
        h1 { font-size: clamp(1.9rem, 6vw, 2.9rem); letter-spacing: -.02em; }
        h2 { font-size: 1.35rem; letter-spacing: -.01em; }
        h3 { font-size: 1rem; }
        p { margin: .5rem 0; max-width: 42rem; }
        a { color: var(--accent); text-underline-offset: .2em; }
        :focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; border-radius: 3px; }
        code, .n { font-family: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: .9em; font-variant-numeric: tabular-nums; }
        section { margin-top: 3rem; }
        .site { margin: 0 0 .4rem; color: var(--soft); font-size: .95rem; }
        .site b { color: var(--ink); }
        dl { display: grid; grid-template-columns: repeat(auto-fit, minmax(8.5rem, 1fr)); gap: 1px; margin: 1.6rem 0 0; background: var(--card); border: 1px solid var(--line); border-radius: 10px; overflow: hidden; }
        dl div { box-shadow: 0 0 0 1px var(--line); padding: .6rem .8rem .7rem; }
        dt { color: var(--soft); font-size: .8rem; }
        dd { margin: 0; overflow-wrap: anywhere; }
        dd.n, dd code { font-size: .85rem; }
        .tasks { list-style: none; display: grid; grid-template-columns: repeat(auto-fit, minmax(13rem, 1fr)); gap: .8rem; margin: 1.6rem 0 0; padding: 0; }
        .tasks a { display: block; height: 100%; padding: .8rem 1rem .9rem; border-radius: 10px; border: 1px solid var(--line); border-left: .35rem solid var(--accent); background: var(--card); color: var(--ink); text-decoration: none; }
        .tasks a:hover { border-color: var(--accent); }
        .tasks .never a { border-left-color: var(--slice); }
        .tasks b { display: block; font-size: 1.25rem; line-height: 1.3; }
        .tasks span { color: var(--soft); font-size: .9rem; }
        .warning { border: 1px solid var(--warm); border-left-width: .35rem; border-radius: 10px; padding: .8rem 1rem; margin: 1.6rem 0 0; max-width: none; background: var(--card); }
        .figure { display: grid; grid-template-columns: minmax(0, 1.15fr) minmax(16rem, 1fr); gap: 1.2rem clamp(1.4rem, 4vw, 2.5rem); align-items: start; margin-top: 1.1rem; }
        .lan { display: block; width: 100%; max-width: 31rem; height: auto; }
        .lan text { font: 10px ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; fill: var(--soft); text-anchor: end; }
        .lan text.head { text-anchor: middle; }
        .swatch { width: 1.35rem; height: 1.35rem; display: block; }
        .fill { stroke: none; }
        .bare, .mark, .thin, .dots, .ring, .free { fill: none; stroke: var(--on); }
        .free { stroke: var(--free); }
        .bare { stroke: var(--soft); stroke-width: 1.6; stroke-linecap: round; }
        .mark { stroke-width: 2; stroke-linecap: round; }
        .ring { stroke-width: 2; }
        .dots { stroke-width: 3; stroke-linecap: round; }
        .thin { stroke-width: 1; }
        #gateway .fill { fill: var(--gateway); }
        #node .fill { fill: var(--node); }
        #device .fill { fill: var(--device); }
        #VIP .fill { fill: var(--vip); }
        #server .fill { fill: var(--server); }
        #slice .fill { fill: var(--slice); }
        #reserved .fill { fill: var(--reserved); }
        #reserved .thin { stroke: var(--on); opacity: .7; }
        #leased .fill { fill: var(--leased); }
        #leased .thin { stroke: var(--lease-line); }
        rect.leased { stroke: var(--lease-line); stroke-width: .75; }
        table { border-collapse: collapse; width: 100%; font-size: .95rem; }
        caption { text-align: left; color: var(--soft); padding-bottom: .5rem; font-size: .9rem; }
        th, td { text-align: left; vertical-align: top; padding: .45rem .9rem .45rem 0; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
        th:last-child, td:last-child { padding-right: 0; }
        thead th { color: var(--soft); font-weight: 600; font-size: .8rem; border-bottom: 2px solid var(--line); overflow-wrap: normal; }
        tbody th { font-weight: 500; }
        th.n, td.n, li.n { white-space: nowrap; overflow-wrap: normal; }
        main > section > table th:first-child, details > table th:first-child { width: 40%; }
        [aria-labelledby=never] > table th:nth-child(2), [aria-labelledby=reserve] > table th:nth-child(2), details > table th:nth-child(2) { width: 29%; }
        th.count, td.count { text-align: right; }
        .why { color: var(--soft); }
        .legend { font-size: .9rem; }
        .legend td, .legend th { padding-top: .3rem; padding-bottom: .3rem; padding-right: .7rem; vertical-align: middle; }
        .legend .count { padding-right: 0; }
        .legend small { display: block; color: var(--soft); font-weight: 400; font-size: .82rem; line-height: 1.3; }
        .ranges { columns: 3 15rem; list-style: none; margin: .8rem 0 0; padding: 0; }
        .ranges li { break-inside: avoid; padding: .2rem 0; }
        ol.steps { padding-left: 1.4rem; max-width: 42rem; }
        .steps li { margin: .35rem 0; padding-left: .2rem; overflow-wrap: anywhere; }
        .steps li::marker { color: var(--soft); font-weight: 600; }
        details { border: 1px solid var(--line); border-radius: 10px; background: var(--card); margin: .5rem 0; }
        summary { cursor: pointer; padding: .65rem 1rem; font-weight: 600; border-radius: 10px; }
        details[open] summary { border-bottom: 1px solid var(--line); border-radius: 10px 10px 0 0; }
        details > ol, details > p, details > pre, details > .ranges { margin: .7rem 1rem; }
        details > ol { padding-left: 1.2rem; }
        details > table { width: calc(100% - 2rem); margin: .7rem 1rem 1rem; }
        pre { margin: .5rem 0; padding: .7rem .9rem; border-radius: 8px; background: var(--paper); border: 1px solid var(--line); white-space: pre-wrap; overflow-wrap: anywhere; line-height: 1.45; }
        pre code { font-size: .8rem; }
        footer { margin-top: 3.5rem; padding-top: 1.2rem; padding-bottom: 2.5rem; color: var(--soft); font-size: .85rem; }
        footer code { overflow-wrap: anywhere; }
        @media (max-width: 46rem) {
          section { margin-top: 2.4rem; }
          .figure { grid-template-columns: minmax(0, 1fr); }
        }
        @media (max-width: 30rem) {
          table { font-size: .88rem; }
          th, td { padding-right: .6rem; }
          main > section > table, details > table { table-layout: fixed; }
          details > table { width: calc(100% - 1.2rem); margin: .6rem; }
          details > ol, details > p, details > pre, details > .ranges { margin: .7rem .8rem; }
          th.n, td.n, li.n { white-space: normal; font-size: .82em; }
          .legend .n { white-space: nowrap; }
        }
        @media print {
          @page { size: A4; margin: 15mm 14mm; }
          html { font-size: 10pt; }
          :root { --paper: #ffffff; --soft: #414a57; }
          header, main, footer { max-width: none; padding-left: 0; padding-right: 0; }
          header { padding-top: 0; }
          section { margin-top: 1.6rem; }
          .figure { grid-template-columns: 9cm 1fr; }
          dl { grid-template-columns: repeat(auto-fit, minmax(2.9cm, 1fr)); }
          .tasks a, dl, .tasks { break-inside: avoid; }
          .lan, .swatch { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
          h2, h3, caption, summary { break-after: avoid; }
          h2 + p { break-after: avoid; }
          tr, pre, [aria-labelledby=steps] details { break-inside: avoid; }
          summary { list-style: none; }
          details::details-content { display: block; content-visibility: visible; block-size: auto; }
          [aria-labelledby=never] tbody th::before, [aria-labelledby=reserve] tbody th::before { content: ""; display: inline-block; width: .75em; height: .75em; margin-right: .6em; border: 1.2px solid var(--ink); border-radius: 2px; vertical-align: -.05em; }
          a { color: inherit; }
        }

        """

    /// What lets a page have this style, and nothing else: no script, no form, no picture or font from anywhere.
    static let policy =
        "default-src 'none'; style-src 'sha256-\(Digest(of: Array(css.utf8)).base64)'; img-src data:; base-uri 'none'; form-action 'none'"
}
