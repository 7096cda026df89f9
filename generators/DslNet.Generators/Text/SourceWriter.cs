using System.Text;

namespace DslNet.Generators.Text;

/// <summary>
/// Writes C# with braces and indentation, by tabs, since a compiler reads it more often than a person, who sees them as wide as
/// they like; its lines end in "\n" whatever the machine.
/// </summary>
internal sealed class SourceWriter
{
    private readonly StringBuilder _text = new();
    private int _depth;

    /// <summary>One line at the present depth; an empty one stays empty.</summary>
    public void Line(string text = "")
    {
        if (text.Length > 0)
            _text.Append('\t', _depth).Append(text);
        _text.Append('\n');
    }

    /// <summary>Several lines at the present depth.</summary>
    public void Lines(params string[] lines)
    {
        foreach (string line in lines)
            Line(line);
    }

    /// <summary>A header and an opening brace; the closing one follows when the result is disposed.</summary>
    public IDisposable Block(string header)
    {
        Line(header);
        return Block();
    }

    /// <summary>An opening brace; the closing one follows when the result is disposed.</summary>
    public IDisposable Block()
    {
        Line("{");
        _depth++;
        return new Closing(this);
    }

    /// <summary>A block after a <c>for</c> over [0, count).</summary>
    public IDisposable Loop(string variable, int count) => Loop(variable, "0", $"{count}");

    /// <summary>A block after a <c>for</c> over [first, end), all or some of it.</summary>
    public IDisposable Loop(string variable, string first, string end, int step = 1) =>
        Block($"for (nuint {variable} = {first}; {variable} < {end}; {(step == 1 ? $"{variable}++" : $"{variable} += {step}")})");

    /// <summary>An empty line, except at the beginning of a block and behind another.</summary>
    public void Gap()
    {
        if (_text.Length > 1 && _text[_text.Length - 2] is not ('{' or '\n'))
            _text.Append('\n');
    }

    /// <summary>What was written, in lines that can be read.</summary>
    public override string ToString() => LineWidth.Limit(_text.ToString());

    /// <summary>What was written, as it was: what is compared must not depend on the length of names.</summary>
    public string Unlimited => _text.ToString();

    private sealed class Closing(SourceWriter writer) : IDisposable
    {
        public void Dispose()
        {
            writer._depth--;
            writer.Line("}");
        }
    }
}
