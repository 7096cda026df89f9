using System.Text;

namespace DslNet.Generators.Text;

/// <summary>
/// Writes C# with braces and indentation, by tabs, since a compiler reads it more often than a person, who sees them as wide as
/// they like; its lines end in "\n" whatever the machine.
/// </summary>
/// <param name="depth">How deep the text stands.</param>
internal sealed class SourceWriter(int depth = 0)
{
    private static readonly string[] s_declarations = ["Float__ ", "UInt__ ", "ref float ", "float ", "int ", "bool "];

    /// <summary>The longest text that is worth keeping a buffer for: that of a network's programs.</summary>
    private const int MostKept = 1 << 17;

    // Programs and kernels are written one after the other, by few threads.
    [ThreadStatic]
    private static StringBuilder? t_buffer;

    /// <summary>In the place of a depth, says that a line is none, but what another writer wrote.</summary>
    private const int AsWritten = -1;

    private readonly List<(int Depth, string Text)> _lines = [];
    private readonly HashSet<string> _explained = new(StringComparer.Ordinal);
    private int _depth = depth;

    // The block without a header that was closed last: its first and its last line.
    private (int First, int Last) _scope = (-1, -1);

    /// <summary>One line at the present depth, or what was broken into several; an empty one stays empty.</summary>
    public void Line(string text = "")
    {
        int start = 0;
        for (int end; (end = text.IndexOf('\n', start)) >= 0; start = end + 1)
            _lines.Add((_depth, text.Substring(start, end - start)));
        _lines.Add((_depth, start == 0 ? text : text.Substring(start)));
    }

    /// <summary>Several lines at the present depth.</summary>
    public void Lines(params string[] lines)
    {
        foreach (string line in lines)
            Line(line);
    }

    /// <summary>How deep the next line stands.</summary>
    public int Depth => _depth;

    /// <summary>What another writer wrote at this depth.</summary>
    public void Written(string text) => _lines.Add((AsWritten, text));

    /// <summary>A comment that a method needs but once.</summary>
    public void Explain(string comment)
    {
        if (_explained.Add(comment))
            Line("// " + comment);
    }

    /// <summary>From here on, comments are needed again.</summary>
    public void BeginMethod() => _explained.Clear();

    /// <summary>A header and an opening brace; the closing one follows when the result is disposed.</summary>
    public IDisposable Block(string header)
    {
        Line(header);
        return Open(isScope: false);
    }

    /// <summary>
    /// An opening brace, for names that are used again behind it; the closing one follows when the result is disposed. Where it is all that a
    /// block around it consists of, or declares nothing, neither is written.
    /// </summary>
    public IDisposable Block() => Open(isScope: true);

    /// <summary>A block after a <c>for</c> over [first, end); of one turn, the block alone.</summary>
    /// <param name="variable">The loop's variable.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="index">The variable or, of one turn, its value.</param>
    /// <param name="step">From one turn to the next.</param>
    /// <param name="first">Where it begins.</param>
    public IDisposable Loop(string variable, int end, out string index, int step = 1, int first = 0)
    {
        bool isLoop = end > first + step;
        index = isLoop ? variable : Literal.Of(first);
        return isLoop ? Loop(variable, Literal.Of(first), Literal.Of(end), step) : Block();
    }

    /// <summary>A block after a <c>for</c> over [first, end); where it is known that there is one turn, the block alone.</summary>
    /// <param name="variable">The loop's variable.</param>
    /// <param name="first">Where it begins.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="index">The variable or, of one turn, its value.</param>
    /// <param name="step">From one turn to the next.</param>
    public IDisposable Loop(string variable, string first, string end, out string index, int step = 1)
    {
        bool isLoop = Offset.ValueOf(first) is not { } from || Offset.ValueOf(end) is not { } to || to > from + step || to <= from;
        index = isLoop ? variable : first;
        return isLoop ? Loop(variable, first, end, step) : Block();
    }

    /// <summary>A block after a <c>for</c> over [first, end), all or some of it.</summary>
    public IDisposable Loop(string variable, string first, string end, int step = 1) =>
        Block($"for (int {variable} = {first}; {variable} < {end}; {(step == 1 ? $"{variable}++" : $"{variable} += {step}")})");

    /// <summary>An empty line, except at the beginning of a block and behind another.</summary>
    public void Gap()
    {
        if (_lines.Count > 0 && _lines[_lines.Count - 1].Text is not ("" or "{"))
            Line();
    }

    /// <summary>What was written, in lines that can be read.</summary>
    public override string ToString() => Join(LineWidth.Append);

    /// <summary>The same in pieces: what other writers wrote, as they wrote it, and what is between.</summary>
    public WrittenText ToText()
    {
        List<string> pieces = [];
        StringBuilder between = Rent();
        foreach ((int depth, string line) in _lines)
        {
            if (depth != AsWritten)
            {
                LineWidth.Append(between, depth, line);
                continue;
            }

            Close();
            pieces.Add(line);
        }

        Close();
        Return(between);
        return new(pieces);

        void Close()
        {
            if (between.Length > 0)
                pieces.Add(between.ToString());
            between.Clear();
        }
    }

    /// <summary>What was written, as it was: what is compared must not depend on the length of names.</summary>
    public string Unlimited => Join(LineWidth.AppendWhole);

    private string Join(Action<StringBuilder, int, string> append)
    {
        StringBuilder text = Rent();
        foreach ((int depth, string line) in _lines)
        {
            if (depth == AsWritten)
                text.Append(line);
            else
                append(text, depth, line);
        }

        string joined = text.ToString();
        Return(text);
        return joined;
    }

    /// <summary>An empty buffer: that of the text before, if there is one.</summary>
    private static StringBuilder Rent()
    {
        StringBuilder buffer = t_buffer ?? new(MostKept / 8);
        t_buffer = null;
        return buffer;
    }

    private static void Return(StringBuilder buffer)
    {
        if (buffer.Capacity <= MostKept)
            t_buffer = buffer.Clear();
    }

    private Closing Open(bool isScope)
    {
        Line("{");
        _depth++;
        return new Closing(this, _lines.Count - 1, isScope);
    }

    private void Close(int opening, bool isScope)
    {
        _depth--;
        if (_scope == (opening + 1, _lines.Count - 1) && _lines.Count - 1 > opening)
            Unwrap();
        Line("}");
        _scope = isScope ? (opening, _lines.Count - 1) : (-1, -1);
        if (isScope && !DeclaresSince(opening + 1))
        {
            Unwrap();
            _scope = (-1, -1);
        }
    }

    /// <summary>Whether a block that began with that line declares anything.</summary>
    private bool DeclaresSince(int first)
    {
        for (int i = first; i < _lines.Count; i++)
        {
            if (_lines[i].Depth == _depth + 1 && IsDeclaration(_lines[i].Text))
                return true;
        }

        return false;
    }

    private static bool IsDeclaration(string line) =>
        Array.Exists(s_declarations, start => line.StartsWith(start, StringComparison.Ordinal));

    private void Unwrap()
    {
        _lines.RemoveAt(_scope.Last);
        _lines.RemoveAt(_scope.First);
        for (int i = _scope.First; i < _lines.Count; i++)
            _lines[i] = (_lines[i].Depth - 1, _lines[i].Text);
    }

    private sealed class Closing(SourceWriter writer, int opening, bool isScope) : IDisposable
    {
        public void Dispose() => writer.Close(opening, isScope);
    }
}
