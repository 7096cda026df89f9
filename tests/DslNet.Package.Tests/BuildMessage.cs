using System.Globalization;
using System.Text.RegularExpressions;

namespace DslNet.Package.Tests;

/// <summary>An error or a warning of a build, or one that is expected.</summary>
internal sealed partial record BuildMessage(string File, int Line, string Id)
{
    /// <summary>The messages of a build, each once: the summary repeats them.</summary>
    public static IEnumerable<BuildMessage> In(string output) =>
        Reported().Matches(output)
            .Select(match => new BuildMessage(
                Path.GetFileName(match.Groups["file"].Value.TrimEnd()),
                match.Groups["line"].Success ? int.Parse(match.Groups["line"].Value, CultureInfo.InvariantCulture) : 0,
                match.Groups["id"].Value))
            .Distinct().OrderBy(message => message.File).ThenBy(message => message.Line).ThenBy(message => message.Id);

    /// <summary>The messages that the comments of a file expect: <c>// DSLN0100</c> at the end of a line.</summary>
    public static IEnumerable<BuildMessage> ExpectedIn(string path) =>
        System.IO.File.ReadAllLines(path)
            .SelectMany((line, i) => ExpectedComment().Match(line).Groups["id"].Captures.Select(id => new BuildMessage(Path.GetFileName(path), i + 1, id.Value)));

    [GeneratedRegex(@"^\s*(?<file>[^\n(:]+)(\((?<line>\d+),\d+\))?\s*: (error|warning) (?<id>[A-Za-z]+\d+)", RegexOptions.Multiline)]
    private static partial Regex Reported();

    [GeneratedRegex(@"// ((?<id>(DSLN|CS)\d+)[ ,]*)+$")]
    private static partial Regex ExpectedComment();
}
