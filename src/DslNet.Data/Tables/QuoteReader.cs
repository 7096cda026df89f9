namespace DslNet.Data;

/// <summary>Passes a text on, and knows in which line the quote began that is open: the parser would take the rest of the file for one cell.</summary>
internal sealed class QuoteReader(TextReader text) : TextReader
{
    private int _line = 1, _openLine;
    private bool _isOpen;
    private char _last;

    /// <summary>The line of the quote that is open, counted from 1; null if none is.</summary>
    public int? OpenLine => _isOpen ? _openLine : null;

    /// <summary>Reads what is left, so that a quote that is open then never ends.</summary>
    public void Finish()
    {
        char[] buffer = new char[4096];
        while (Read(buffer) > 0)
        {
        }
    }

    /// <inheritdoc/>
    public override int Peek() => text.Peek();

    /// <inheritdoc/>
    public override int Read()
    {
        int read = text.Read();
        if (read >= 0)
            Follow([(char)read]);
        return read;
    }

    /// <inheritdoc/>
    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    /// <inheritdoc/>
    public override int Read(Span<char> buffer)
    {
        int read = text.Read(buffer);
        Follow(buffer[..read]);
        return read;
    }

    private void Follow(ReadOnlySpan<char> read)
    {
        for (int i = 0; i < read.Length; i++)
        {
            int next = read[i..].IndexOfAny('"', '\r', '\n');
            if (next < 0)
                break;
            i += next;
            char before = i > 0 ? read[i - 1] : _last;
            if (read[i] != '"')
            {
                _line += read[i] == '\n' && before == '\r' ? 0 : 1;
                continue;
            }

            // A quote right behind one that closed is that of "" in a cell, which goes on.
            if (!_isOpen && before != '"')
                _openLine = _line;
            _isOpen = !_isOpen;
        }

        if (read.Length > 0)
            _last = read[^1];
    }
}
