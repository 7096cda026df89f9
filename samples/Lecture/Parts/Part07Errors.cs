using DslNet;

namespace Lecture;

/// <summary>Absolute error and mean squared error of ŷ = 0.9x + 0.1.</summary>
internal static class Part07Errors
{
    private static readonly float[] X = [1, 2, 3, 4];
    private static readonly float[] Y = [1, 2, 3, 4];

    public static float Predicted(float x) => 0.9f * x + 0.1f;

    public static double MeanAbsoluteError() => X.Zip(Y, (x, y) => Math.Abs((double)Predicted(x) - y)).Average();

    public static double MeanSquaredError() => X.Zip(Y, (x, y) => Math.Pow((double)Predicted(x) - y, 2)).Average();

    /// <summary>The same errors as the losses of declared networks.</summary>
    public static (float Absolute, float Squared) Declared()
    {
        var absolute = new AbsoluteLineNet();
        var squared = new LineNet();
        absolute.Dense1.Weight[0, 0] = squared.Dense1.Weight[0, 0] = 0.9f;
        absolute.Dense1.Bias[0] = squared.Dense1.Bias[0] = 0.1f;
        return (absolute.ComputeLoss(X, Y), squared.ComputeLoss(X, Y));
    }

    public static void Tell(Page page)
    {
        page.Say("""
            To learn is to err less, so errors must be measured. Somebody guesses the line ŷ = 0.9x + 0.1 (ŷ, "y hat", is what is
            predicted; y is what is true):
            """);
        page.Show("x    y    ŷ    |ŷ - y|   (ŷ - y)²");
        foreach ((float x, float y) in X.Zip(Y))
        {
            double error = (double)Predicted(x) - y;
            page.Show($"{x:F0}    {y:F0}   {Predicted(x):F1}     {Math.Abs(error):F1}       {error * error:F2}");
        }

        (float absolute, float squared) = Declared();
        page.Say("""
            The mean of the absolute errors takes all alike. The mean of the squared errors counts a large error for more than several
            small ones. As declarations they are [MeanAbsoluteError] and [MeanSquaredError]:
            """);
        page.Check("mean absolute error by hand", MeanAbsoluteError(), 0.15, 1e-6);
        page.Check("mean squared error by hand", MeanSquaredError(), 0.035, 1e-6);
        page.Number("mean absolute error", absolute, 0.15, 1e-6);
        page.Number("mean squared error", squared, 0.035, 1e-6);
    }
}
