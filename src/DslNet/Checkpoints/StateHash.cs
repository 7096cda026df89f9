using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace DslNet;

/// <summary>Hashes what it is told, with its names, so that ranks can compare it.</summary>
internal sealed class StateHash : IStateVisitor, IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public byte[] Value => _hash.GetCurrentHash();

    public long Whole(string name, long value)
    {
        Begin(name, StateKind.Whole);
        _hash.AppendData(BitConverter.GetBytes(value));
        return value;
    }

    public long Parts(string name, long value) => Whole(name, value);

    public double Real(string name, double value)
    {
        Begin(name, StateKind.Real);
        _hash.AppendData(BitConverter.GetBytes(value));
        return value;
    }

    public void Floats(string name, Span<float> values)
    {
        // In pieces: a span has fewer bytes than a large network.
        const int Piece = 1 << 20;
        Begin(name, StateKind.Floats);
        _hash.AppendData(BitConverter.GetBytes(values.Length));
        for (int start = 0; start < values.Length; start += Piece)
            _hash.AppendData(MemoryMarshal.AsBytes(values.Slice(start, Math.Min(Piece, values.Length - start))));
    }

    public void Dispose() => _hash.Dispose();

    private void Begin(string name, StateKind kind)
    {
        byte[] text = Encoding.UTF8.GetBytes(name);
        _hash.AppendData(BitConverter.GetBytes(text.Length));
        _hash.AppendData(text);
        _hash.AppendData([(byte)kind]);
    }
}
