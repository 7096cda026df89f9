using DslNet.Generators.Model;

namespace DslNet.Generators.Operations;

/// <summary>
/// A piece of memory that operations read and write, known by its identity. It says of which loop each turn has a copy of its own; how long copies
/// are kept, and where, is the planner's to decide.
/// </summary>
/// <param name="kind">Whose memory it is.</param>
/// <param name="name">What it holds, for comments.</param>
/// <param name="length">Floats of one copy.</param>
/// <param name="per">The loop each turn of which has a copy.</param>
internal sealed class Buffer(BufferKind kind, string name, int length, Level per = Level.Sample)
{
    /// <summary>Scratch memory that is kept for many calls.</summary>
    public static Buffer OfNetwork(string name, int length) => new(BufferKind.Scratch, name, length, Level.Network);

    /// <summary>Scratch memory for a whole call.</summary>
    public static Buffer OfCall(string name, int length) => new(BufferKind.Scratch, name, length, Level.Call);

    /// <summary>Scratch memory for all samples of a group together.</summary>
    public static Buffer OfGroup(string name, int length) => new(BufferKind.Scratch, name, length, Level.Group);

    /// <summary>Scratch memory for all samples of a block together.</summary>
    public static Buffer OfBlock(string name, int length) => new(BufferKind.Scratch, name, length, Level.Block);

    /// <summary>Scratch memory, a copy for each sample that needs one.</summary>
    public static Buffer OfSample(string name, int length) => new(BufferKind.Scratch, name, length);

    /// <summary>Scratch memory for a sequence, whatever it is for.</summary>
    public static Buffer OfSequence(string name, int length) => new(BufferKind.Scratch, name, length, Level.Sequence);

    /// <summary>Scratch memory, a copy for each sample; of a sequence with frames of others around its own.</summary>
    public static Buffer OfFrame(string name, int length, int before = 0, int behind = 0) => new(BufferKind.Scratch, name, length) { FramesBefore = before, FramesBehind = behind };

    /// <summary>The caller's memory of a port, or for its gradient.</summary>
    /// <param name="port">The port.</param>
    /// <param name="gradient">Whether it is for the gradient.</param>
    /// <param name="per">What the caller passes one of each for.</param>
    public static Buffer OfPort(PortSpec port, bool gradient = false, Level per = Level.Sample) => gradient
        ? new(BufferKind.PortGradient, port.Name + "Gradient", Layout.ChannelsFirst(port.Shape).SampleLength, per) { Port = port }
        : new(BufferKind.Port, port.Name, Layout.ChannelsFirst(port.Shape).SampleLength, per) { Port = port };

    public BufferKind Kind { get; } = kind;

    /// <summary>The port whose memory it is; null if it is not the caller's.</summary>
    public PortSpec? Port { get; private init; }

    /// <summary>What it holds, for comments; of a port the name that callers know.</summary>
    public string Name { get; } = name;

    /// <summary>Floats of one copy.</summary>
    public int Length { get; } = length;

    /// <summary>The loop each turn of which has a copy.</summary>
    public Level Per { get; } = per;

    /// <summary>Frames in front of a sequence's, whose copies are zero as it begins: how far back readers of the value reach.</summary>
    public int FramesBefore { get; init; }

    /// <summary>Frames behind a sequence's, of a gradient: how far ahead the layer that computes the value reads it. They are zero.</summary>
    public int FramesBehind { get; init; }

    /// <summary>
    /// From the frames of one channel to those of the next, of a value whose frames are in the lanes of vectors: its channels are stored one after another, each with the frames before. 0 of a
    /// value whose frames are stored one after another.
    /// </summary>
    public int Row { get; init; }

    /// <summary>Whether frames of other blocks are read.</summary>
    public bool CrossesTime => FramesBefore + FramesBehind > 0;

    /// <summary>The scratch memory of some operations, in the order of its first use.</summary>
    public static IEnumerable<Buffer> ScratchOf(IEnumerable<Operation> operations) => operations
        .SelectMany(operation => operation.Operands).Select(operand => operand.Buffer)
        .Where(buffer => buffer.Kind == BufferKind.Scratch).Distinct();
}
