using System.Runtime.InteropServices;

namespace DslNet;

/// <summary>Writes state down, in the order in which it is told.</summary>
internal sealed class StateWriter : IStateVisitor
{
    private readonly MemoryStream _stream = new();
    private readonly BinaryWriter _writer;

    public StateWriter()
    {
        _writer = new BinaryWriter(_stream);
        _writer.Write(StateContent.Version);
    }

    public ReadOnlySpan<byte> Bytes => _stream.GetBuffer().AsSpan(0, (int)_stream.Length);

    public long Whole(string name, long value)
    {
        Begin(name, StateKind.Whole);
        _writer.Write(value);
        return value;
    }

    public long Parts(string name, long value) => Whole(name, value);

    public double Real(string name, double value)
    {
        Begin(name, StateKind.Real);
        _writer.Write(value);
        return value;
    }

    public void Floats(string name, Span<float> values)
    {
        Begin(name, StateKind.Floats);
        _writer.Write(values.Length);
        if (BitConverter.IsLittleEndian)
        {
            _writer.Write(MemoryMarshal.AsBytes(values));
            return;
        }

        foreach (float value in values)
            _writer.Write(value);
    }

    private void Begin(string name, StateKind kind)
    {
        _writer.Write(name);
        _writer.Write((byte)kind);
    }
}
