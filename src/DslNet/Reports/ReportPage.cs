using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace DslNet;

/// <summary>A page of HTML that needs nothing but itself: its style is in it, and its pictures are drawn by it.</summary>
/// <param name="title">Its title.</param>
internal sealed class ReportPage(string title)
{
    private const string Style = """
        body { font: 15px/1.45 system-ui, sans-serif; color: #1d2433; background: #fff; margin: 2rem auto; max-width: 62rem; padding: 0 1rem }
        h1 { font-size: 1.5rem; margin-bottom: 0 } h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; border-bottom: 1px solid #dde2ea }
        table { border-collapse: collapse; font-variant-numeric: tabular-nums } td, th { padding: .15rem .8rem .15rem 0; text-align: left; vertical-align: top }
        td.n, th.n { text-align: right } th { font-weight: 600; color: #566 } code { font: 13px ui-monospace, monospace }
        .confusion td, .confusion th { padding: .15rem .5rem }
        .row { display: flex; flex-wrap: wrap; gap: 1.5rem } figure { margin: 0 } figcaption { font-size: 13px; color: #566 } svg { display: block }
        svg text { font: 11px system-ui, sans-serif; fill: #566 } .grid { stroke: #e6eaf0 } .a { stroke: #2864c8; fill: none } .b { stroke: #d0661c; fill: none } .bar { fill: #7fa3dd }
        .a.point { fill: #2864c8 } .b.point { fill: #d0661c } .running { color: #d0661c }
        @media (prefers-color-scheme: dark) { body { color: #dfe4ee; background: #14171d } h2 { border-color: #333a46 } .grid { stroke: #2a303b } svg text, th, figcaption { color: #9aa4b5; fill: #9aa4b5 } }
        """;

    private readonly XElement _body = new("body", new XElement("h1", title));

    /// <summary>After how many seconds a browser reads it again; null for never.</summary>
    public int? Refresh { get; init; }

    /// <summary>Adds a chapter.</summary>
    /// <param name="heading">Its heading; null to go on with the one before.</param>
    /// <param name="content">What it has.</param>
    public void Add(string? heading, params object[] content)
    {
        if (heading is not null)
            _body.Add(new XElement("h2", heading));
        _body.Add(content);
    }

    /// <summary>Writes it as UTF-8.</summary>
    public void Write(Stream stream)
    {
        using StreamWriter text = new(stream, new UTF8Encoding(false), leaveOpen: true);
        text.Write("<!DOCTYPE html>\n");
        using var writer = XmlWriter.Create(text, new XmlWriterSettings { OmitXmlDeclaration = true, Indent = true, IndentChars = "", NewLineChars = "\n" });
        new XElement(
            "html", new XAttribute("lang", "en"),
            new XElement(
                "head", new XElement("meta", new XAttribute("charset", "utf-8")),
                Refresh is { } seconds ? new XElement("meta", new XAttribute("http-equiv", "refresh"), new XAttribute("content", seconds)) : null,
                new XElement("title", title), new XElement("style", Style)),
            _body).Save(writer);
    }

    /// <summary>A table.</summary>
    /// <param name="titles">The titles of its columns; empty for none. One that begins with a space is of a column of numbers.</param>
    /// <param name="rows">Its rows.</param>
    public static XElement Table(string[] titles, IEnumerable<string[]> rows)
    {
        return new XElement("table", titles.Length == 0 ? null : Row("th", [.. titles.Select(title => title.Trim())]), rows.Select(row => Row("td", row)));

        XElement Row(string kind, string[] cells) => new("tr", cells.Select((cell, column) => Cell(kind, cell, column < titles.Length && titles[column].StartsWith(' '))));
    }

    /// <summary>A picture with a line below.</summary>
    public static XElement Figure(XElement picture, string caption) => new("figure", picture, new XElement("figcaption", caption));

    /// <summary>Pictures side by side.</summary>
    public static XElement Row(IEnumerable<XElement> figures) => new("div", new XAttribute("class", "row"), figures);

    private static XElement Cell(string name, string text, bool isNumber) => new(name, isNumber ? new XAttribute("class", "n") : null, text);
}
