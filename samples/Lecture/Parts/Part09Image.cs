namespace Lecture;

/// <summary>An image as a matrix of numbers: the 5×5 diagonal.</summary>
internal static class Part09Image
{
    public static readonly float[] Diagonal = Picture.Of("#....", ".#...", "..#..", "...#.", "....#");

    public static void Tell(Page page)
    {
        page.Say("To a computer an image is a matrix of numbers: here 1 is ink and 0 is paper.");
        page.Draw(Picture.Draw(Diagonal, 5), "\n\n=", Picture.Matrix(Diagonal, 5));

        page.Say("In memory the rows lie one behind the other, so the pixel of row r and column c is number 5·r + c:");
        page.Number("ink in row 3, column 3", Diagonal[5 * 3 + 3], 1);
        page.Number("ink in row 3, column 1", Diagonal[5 * 3 + 1], 0);
        page.Number("ink altogether", Diagonal.Sum(), 5);
    }
}
