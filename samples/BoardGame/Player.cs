namespace FourInARow;

/// <summary>What the network makes of positions.</summary>
internal static class Player
{
    /// <summary>The move with the highest score of those that are possible, and how the network thinks that the game ends: 1, 0 or −1.</summary>
    public static (int Move, int Result)[] Judge(GameNet net, Board[] boards)
    {
        (float[] images, float[] counts) = Positions.Encode(boards);
        float[] moves = new float[boards.Length * Board.Columns], results = new float[boards.Length];
        net.Predict(images, counts, moves, results);
        return [.. boards.Select((board, i) => (
            Enumerable.Range(0, Board.Columns).Where(board.CanPlay).MaxBy(column => moves[i * Board.Columns + column]), (int)MathF.Round(results[i])))];
    }

    /// <summary>The fraction of moves that keep what can be reached, as a teacher knows it.</summary>
    public static double KeepsResult(Teacher teacher, Board[] boards, (int Move, int Result)[] judged) =>
        boards.Zip(judged).Average(each => -teacher.Result(each.First.Play(each.Second.Move)) == teacher.Result(each.First) ? 1.0 : 0);

    /// <summary>How often the network, beginning, wins against somebody who plays at random, and how often it loses.</summary>
    public static (int Won, int Lost) PlayAgainstChance(GameNet net, int games, int seed)
    {
        var random = new Random(seed);
        (int won, int lost) = (0, 0);
        for (int game = 0; game < games; game++)
        {
            Board board = default;
            bool isNetsTurn = true;
            for (; !board.IsLost && !board.IsFull; isNetsTurn = !isNetsTurn)
            {
                int[] possible = [.. Enumerable.Range(0, Board.Columns).Where(board.CanPlay)];
                board = board.Play(isNetsTurn ? Judge(net, [board])[0].Move : possible[random.Next(possible.Length)]);
            }

            // Whose turn it would be has lost.
            won += board.IsLost && !isNetsTurn ? 1 : 0;
            lost += board.IsLost && isNetsTurn ? 1 : 0;
        }

        return (won, lost);
    }
}
