using DslNet.Generators.Lowering;
using DslNet.Generators.Operations;

namespace DslNet.Generators.Planning;

/// <summary>
/// The memory of a state: of each value that later frames are computed from, the frames that they read, and behind them room for so many new ones that
/// these are seldom moved to the front.
/// </summary>
/// <param name="Values">The values.</param>
/// <param name="Room">New frames of each.</param>
/// <param name="Length">Floats of all.</param>
internal sealed record FrameState(IReadOnlyList<FrameState.Value> Values, int Room, long Length)
{
    /// <summary>Floats before the values: how many frames are behind those that are kept.</summary>
    private const int Head = 16;

    private const int Boundary = 16;

    /// <summary>A value.</summary>
    /// <param name="Name">What its buffer is called in all programs.</param>
    /// <param name="Offset">Where its memory begins.</param>
    /// <param name="FramesBefore">How many frames are kept.</param>
    /// <param name="FrameLength">Floats from one frame to the next.</param>
    /// <param name="Rows">How many channels have frames of their own, one after another; 1 where a frame has all.</param>
    /// <param name="Row">From the frames of one channel to those of the next.</param>
    internal sealed record Value(string Name, int Offset, int FramesBefore, int FrameLength, int Rows = 1, int Row = 0)
    {
        /// <summary>Where the frame begins that comes next after a reset.</summary>
        public int First => Offset + Kept;

        /// <summary>Floats that are kept, of each channel where these have frames of their own.</summary>
        public int Kept => FramesBefore * FrameLength;
    }

    /// <summary>The state of a program that predicts.</summary>
    public static FrameState Of(ProgramPlan program)
    {
        Buffer[] buffers = [.. Buffer.ScratchOf(program.Operations).Where(buffer => buffer.FramesBefore > 0)];
        long kept = buffers.Sum(buffer => (long)buffer.FramesBefore * buffer.Length), frame = Math.Max(1, buffers.Sum(buffer => (long)buffer.Length));

        int room = FrameRoom.Of(kept, frame);
        List<Value> values = [];
        long next = Head;
        foreach (Buffer buffer in buffers)
        {
            if (buffer.Row > 0)
            {
                values.Add(new(buffer.Name, unchecked((int)next), buffer.FramesBefore, 1, buffer.Length, buffer.Row));
                next += (long)buffer.Length * buffer.Row;
                continue;
            }

            values.Add(new(buffer.Name, unchecked((int)next), buffer.FramesBefore, buffer.Length));
            next += (((long)buffer.FramesBefore + room + program.Memory.Slack) * buffer.Length + Boundary - 1) / Boundary * Boundary;
        }

        return new(values, room, next);
    }

    public Value Of(Buffer buffer) => Values.Single(value => value.Name == buffer.Name);

    // What is saved begins with two numbers of 64 bits; see the library's SequenceState.
    private const int SavedHead = 16;

    /// <summary>Bytes of what is saved: the values that are kept, without room.</summary>
    public long SavedBytes => SavedHead + sizeof(float) * Values.Sum(value => (long)value.Kept * value.Rows);
}
