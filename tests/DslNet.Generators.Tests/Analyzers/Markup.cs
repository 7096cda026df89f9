using Microsoft.CodeAnalysis.Text;

namespace DslNet.Generators.Tests.Analyzers;

/// <summary>Source in which expected diagnostics are marked as <c>{|DSLN0100:Dense(10)|}</c>, as Roslyn's own test library has it.</summary>
internal sealed record Markup(string Source, IReadOnlyList<(string Id, TextSpan Span)> Expected)
{
    public static Markup Parse(string text)
    {
        var source = new System.Text.StringBuilder();
        var open = new Stack<(string Ids, int Start)>();
        var expected = new List<(string, TextSpan)>();
        for (int i = 0; i < text.Length; i++)
        {
            if (text.AsSpan(i).StartsWith("{|"))
            {
                int colon = text.IndexOf(':', i);
                open.Push((text[(i + 2)..colon], source.Length));
                i = colon;
            }
            else if (text.AsSpan(i).StartsWith("|}"))
            {
                (string ids, int start) = open.Pop();
                expected.AddRange(ids.Split(',').Select(id => (id, TextSpan.FromBounds(start, source.Length))));
                i++;
            }
            else
            {
                source.Append(text[i]);
            }
        }

        return new Markup(source.ToString(), expected);
    }
}
