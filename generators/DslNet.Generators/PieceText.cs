using System.Text;
using DslNet.Generators.Text;
using Microsoft.CodeAnalysis.Text;

namespace DslNet.Generators;

/// <summary>
/// What the compiler reads of a text in pieces. After an edit of a layer most kernels of a file are as they were: the file is new, but its kernels' texts are those that
/// the file before had, and nothing is copied.
/// </summary>
internal sealed class PieceText : SourceText
{
    private readonly IReadOnlyList<string> _pieces;

    // Where each piece begins, and where the last one ends.
    private readonly int[] _starts;

    public PieceText(WrittenText text)
    {
        _pieces = text.Pieces;
        _starts = new int[_pieces.Count + 1];
        for (int i = 0; i < _pieces.Count; i++)
            _starts[i + 1] = _starts[i] + _pieces[i].Length;
    }

    public override Encoding Encoding => Encoding.UTF8;

    public override int Length => _starts[_pieces.Count];

    public override char this[int position]
    {
        get
        {
            int piece = PieceAt(position);
            return _pieces[piece][position - _starts[piece]];
        }
    }

    public override void CopyTo(int sourceIndex, char[] destination, int destinationIndex, int count)
    {
        for (int piece = PieceAt(sourceIndex); count > 0; piece++)
        {
            int from = sourceIndex - _starts[piece], copied = Math.Min(count, _pieces[piece].Length - from);
            _pieces[piece].CopyTo(from, destination, destinationIndex, copied);
            sourceIndex += copied;
            destinationIndex += copied;
            count -= copied;
        }
    }

    private int PieceAt(int position)
    {
        int found = Array.BinarySearch(_starts, position);
        return found >= 0 ? found : ~found - 1;
    }
}
