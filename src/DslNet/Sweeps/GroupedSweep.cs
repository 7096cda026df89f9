using DslNet.CompilerServices;

namespace DslNet;

/// <summary>Adds the gradients of all groups of samples and updates with their sum, piece by piece: what was added is in L2 when it is used.</summary>
internal readonly ref struct GroupedSweep<TSweep>(GroupSum groups, TSweep sweep) : ISweep where TSweep : struct, ISweep, allows ref struct
{
    // Some arrays of it stay in L2; a whole number of everybody's lanes. What threads divide comes in ranges that do, if groups are
    // few, and is not cut further: that would break up the run of stores that EachWithOwnership of Sweep is after.
    private const int Piece = 4096;

    private readonly GroupSum _groups = groups;
    private readonly TSweep _sweep = sweep;

    public int Length => _sweep.Length;

    public int Run<TLanes>(int start, int end, bool isDivided) where TLanes : struct, ILanes<TLanes>
    {
        int done = start, length = isDivided ? end - start : Piece;
        for (int piece = start; piece < end; piece += length)
        {
            int pieceEnd = Math.Min(end, piece + length);
            _groups.Run<TLanes>(piece, pieceEnd, isDivided);
            done = _sweep.Run<TLanes>(piece, pieceEnd, isDivided);
        }

        return done;
    }
}
