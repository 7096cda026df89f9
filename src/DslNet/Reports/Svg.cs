using System.Globalization;
using System.Xml.Linq;

namespace DslNet;

/// <summary>Elements of pictures, with coordinates in pixels.</summary>
internal static class Svg
{
    public static XElement Picture(double width, double height, params object?[] content) =>
        new("svg", new XAttribute("width", Text(width)), new XAttribute("height", Text(height)), new XAttribute("viewBox", $"0 0 {Text(width)} {Text(height)}"), content);

    public static XElement Line(double x1, double y1, double x2, double y2, string kind) => new(
        "line", new XAttribute("x1", Text(x1)), new XAttribute("y1", Text(y1)), new XAttribute("x2", Text(x2)), new XAttribute("y2", Text(y2)), new XAttribute("class", kind));

    public static XElement Rectangle(double x, double y, double width, double height, XAttribute fill) =>
        new("rect", new XAttribute("x", Text(x)), new XAttribute("y", Text(y)), new XAttribute("width", Text(width)), new XAttribute("height", Text(height)), fill);

    /// <param name="x">Where it is.</param>
    /// <param name="y">Its base line.</param>
    /// <param name="anchor"><c>start</c>, <c>middle</c> or <c>end</c>: which part of it is at x.</param>
    /// <param name="text">What it says.</param>
    public static XElement Label(double x, double y, string anchor, string text) =>
        new("text", new XAttribute("x", Text(x)), new XAttribute("y", Text(y)), new XAttribute("text-anchor", anchor), text);

    /// <summary>A number with as many digits as a picture needs.</summary>
    public static string Text(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
