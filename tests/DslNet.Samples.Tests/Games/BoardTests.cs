using FourInARow;
using Xunit;

namespace DslNet.Samples.Tests.Games;

public sealed class BoardTests
{
    /// <summary>The one who begins has a line up, to the right, and along both diagonals with their last move.</summary>
    [Theory]
    [InlineData("0101010", true)]
    [InlineData("0011223", true)]
    [InlineData("01122323343", true)]
    [InlineData("43322121101", true)]
    [InlineData("0122433", false)]
    [InlineData("011200", false)]
    public void FourInALineWin(string moves, bool isLost)
    {
        Board board = Play(moves);

        Assert.Equal(isLost, board.IsLost);
        Assert.Equal(moves.Length, board.Discs);
    }

    [Fact]
    public void LinesEndAtTheTopOfAColumn()
    {
        // The three upper cells of a column and the lowest one of the next have neighbouring bits but for the empty one between.
        var board = new Board(0, 0b00001_01110);

        Assert.False(board.IsLost);
    }

    [Fact]
    public void AColumnTakesFourDiscs()
    {
        Board board = Play("000");
        Assert.True(board.CanPlay(0));
        board = board.Play(0);

        Assert.False(board.CanPlay(0));
        Assert.Equal((4, 0), (board.Height(0), board.Height(1)));
        Assert.Equal([1, -1, 1, -1, 0], [board.At(0, 0), board.At(0, 1), board.At(0, 2), board.At(0, 3), board.At(1, 0)]);
    }

    [Fact]
    public void TheTeacherWinsWhereThatIsPossible()
    {
        var teacher = new Teacher();
        Board threeInARow = Play("001122"), mustBlock = Play("00112");

        Assert.Equal((1, 3), (teacher.Result(threeInARow), teacher.BestMove(threeInARow)));
        Assert.Equal(-1, teacher.Result(Play("0011223")));
        Assert.Equal(3, teacher.BestMove(mustBlock));
    }

    [Fact]
    public void PositionsDifferAndGoOn()
    {
        Board[] drawn = Positions.Draw(500, seed: 1);

        Assert.Equal(500, drawn.Distinct().Count());
        Assert.All(drawn, board => Assert.False(board.IsLost || board.IsFull));
        Assert.Equal(drawn, Positions.Draw(500, seed: 1));
    }

    [Fact]
    public void PositionsAreEncoded()
    {
        (float[] images, float[] counts) = Positions.Encode([Play("0101")]);

        Assert.Equal([1, 0, 1], [images[0], images[1], images[Board.Columns]]);
        Assert.Equal([0, 1, 1], [images[Board.Cells], images[Board.Cells + 1], images[Board.Cells + Board.Columns + 1]]);
        Assert.Equal([2, 2, 4, 4, 4, 2, 0, 0, 0, 0], counts);
    }

    [Fact]
    public void TheGameIsLearned()
    {
        Assert.SkipUnless(LongTests.AreWanted, LongTests.Skip);
        var teacher = new Teacher();
        Board[] drawn = Positions.Draw(Recipe.TrainingCount + Recipe.TestCount, seed: 1), others = drawn[Recipe.TrainingCount..];
        var net = new GameNet(seed: 1);
        net.Fit(Positions.Label(drawn[..Recipe.TrainingCount], teacher), Recipe.Create(Recipe.Epochs));
        (int Move, int Result)[] judged = Player.Judge(net, others);

        Assert.InRange(Player.KeepsResult(teacher, others, judged), 0.915, 1);
        Assert.InRange(others.Zip(judged).Average(each => each.Second.Result == teacher.Result(each.First) ? 1.0 : 0), 0.8, 1);
    }

    private static Board Play(string moves) => moves.Aggregate(default(Board), (board, move) => board.Play(move - '0'));
}
