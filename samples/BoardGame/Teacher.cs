namespace FourInARow;

/// <summary>Knows the end of every game, by trying all moves.</summary>
internal sealed class Teacher
{
    private static readonly int[] s_order = [2, 1, 3, 0, 4];

    private readonly Dictionary<Board, sbyte> _known = [];

    /// <summary>How the game ends if both play as well as can be: 1 if whose turn it is wins, 0 if nobody does, −1 if the other one wins.</summary>
    public int Result(Board board)
    {
        if (board.IsLost)
            return -1;
        if (board.IsFull)
            return 0;
        if (_known.TryGetValue(board, out sbyte known))
            return known;
        int best = -1;
        for (int i = 0; i < s_order.Length && best < 1; i++)
        {
            if (board.CanPlay(s_order[i]))
                best = Math.Max(best, -Result(board.Play(s_order[i])));
        }

        _known.Add(board, (sbyte)best);
        return best;
    }

    /// <summary>A move that reaches this result, the middle one first.</summary>
    public int BestMove(Board board)
    {
        int result = Result(board);
        return s_order.First(column => board.CanPlay(column) && -Result(board.Play(column)) == result);
    }
}
