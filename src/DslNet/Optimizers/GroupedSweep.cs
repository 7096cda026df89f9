using DslNet.CompilerServices;

namespace DslNet;

/// <summary>Adds the gradients of all groups of samples and updates with their sum, piece by piece: what was added is near when it is used.</summary>
internal readonly ref struct GroupedSweep<TSweep>(GroupSum groups, TSweep sweep) : ISweep where TSweep : struct, ISweep, allows ref struct
{
    // Some arrays of it stay in the second-level cache; a whole number of everybody's lanes.
    private const int Piece = 4096;

    private readonly GroupSum _groups = groups;
    private readonly TSweep _sweep = sweep;

    public int Length => _sweep.Length;

    public int Run<TLanes>(int start, int end, bool isDivided) where TLanes : struct, ILanes<TLanes>
    {
        int done = start;
        for (int piece = start; piece < end; piece += Piece)
        {
            int pieceEnd = Math.Min(end, piece + Piece);
            _groups.Run<TLanes>(piece, pieceEnd, isDivided);
            done = _sweep.Run<TLanes>(piece, pieceEnd, isDivided);
        }

        return done;
    }
}
