using DslNet.Generators.Operations;
using DslNet.Generators.Text;

namespace DslNet.Generators.Emission;

/// <summary>Where a program over frames has the values that frames leave for later ones.</summary>
internal abstract class FrameMemory
{
    /// <summary>Whether each block finds a buffer at another place.</summary>
    public abstract bool NamesInBlock(Buffer buffer);

    /// <summary>Writes what the turn of a loop begins with.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="level">The loop.</param>
    /// <param name="count">How many frames a turn has, of a block.</param>
    /// <param name="nameOf">What buffers are called.</param>
    public abstract void Enter(SourceWriter writer, Level level, string count, Func<Buffer, string> nameOf);
}
