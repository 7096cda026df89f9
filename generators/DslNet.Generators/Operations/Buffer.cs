using DslNet.Generators.Model;

namespace DslNet.Generators.Operations;

/// <summary>A piece of memory that operations read and write.</summary>
internal sealed class Buffer(BufferKind kind, string name, int length)
{
    /// <summary>Scratch memory, a copy for each sample that needs one.</summary>
    public static Buffer OfSample(string name, int length) => new(BufferKind.Scratch, name, length);

    /// <summary>Scratch memory that lasts for the whole call.</summary>
    public static Buffer OfCall(string name, int length) => new(BufferKind.Scratch, name, length) { Lifetime = Lifetime.Step };

    /// <summary>Scratch memory of one operation alone.</summary>
    public static Buffer OfOperation(string name, int length) => new(BufferKind.Scratch, name, length) { Lifetime = Lifetime.Operation };

    /// <summary>The caller's memory of a port, or for its gradient.</summary>
    public static Buffer OfPort(PortSpec port, bool gradient = false) => gradient
        ? new(BufferKind.PortGradient, port.Name + "Gradient", Layout.Planar(port.Shape).SampleLength) { Port = port }
        : new(BufferKind.Port, port.Name, Layout.Planar(port.Shape).SampleLength) { Port = port };

    public BufferKind Kind { get; } = kind;

    /// <summary>The port whose memory it is; null if it is not the caller's.</summary>
    public PortSpec? Port { get; private init; }

    /// <summary>What it holds, for comments; of a port the name that callers know.</summary>
    public string Name { get; } = name;

    /// <summary>Floats of one copy: of one sample, or of the whole where it does not depend on samples.</summary>
    public int Length { get; } = length;

    /// <summary>Decided by the planner, for scratch memory.</summary>
    public Lifetime Lifetime { get; set; } = Lifetime.Block;

    /// <summary>Floats of all copies; decided by the planner.</summary>
    public long Reserved { get; set; }

    /// <summary>Where it begins within the scratch memory; decided by the planner.</summary>
    public long Offset { get; set; }

    /// <summary>Whether some of its memory is another's too, which is needed at another time. Each of a program for one sample has its own.</summary>
    public bool SharesPlaceWith(Buffer other) => Offset < other.Offset + other.Reserved && other.Offset < Offset + Reserved;

    /// <summary>The scratch memory of some operations, in the order of its first use.</summary>
    public static IEnumerable<Buffer> ScratchOf(IEnumerable<Operation> operations) => operations
        .SelectMany(operation => operation.Operands).Select(operand => operand.Buffer)
        .Where(buffer => buffer.Kind == BufferKind.Scratch).Distinct();
}
