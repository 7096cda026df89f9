using DslNet;

namespace Lecture;

/// <summary>A line y = ax + b is fitted to points: by a formula, and by the smallest network there is.</summary>
internal static class Part01Line
{
    private static readonly float[] X = [0, 1, 2, 3, 4];
    private static readonly float[] Y = [1.1f, 2.9f, 5.2f, 6.9f, 9.1f];

    /// <summary>The line that makes the sum of squared errors smallest (the method of least squares).</summary>
    public static (double A, double B) LeastSquares()
    {
        double n = X.Length, sumX = X.Sum(x => (double)x), sumY = Y.Sum(y => (double)y);
        double sumXX = X.Sum(x => (double)x * x), sumXY = X.Zip(Y, (x, y) => (double)x * y).Sum();
        double a = (n * sumXY - sumX * sumY) / (n * sumXX - sumX * sumX);
        return (a, (sumY - a * sumX) / n);
    }

    /// <summary>The line that a network finds by trying.</summary>
    public static (double A, double B) Learned()
    {
        var net = new LineNet();
        net.Fit(Dataset.FromTargets(X, Y, 1, 1), new FitOptions { Epochs = 500, BatchSize = X.Length, Optimizer = new SGD(0.1f) });
        return (net.Dense1.Weight[0, 0], net.Dense1.Bias[0]);
    }

    public static void Tell(Page page)
    {
        page.Say("""
            Learning from examples is older than computers: somebody measures a few points, and draws the line through them that
            fits best. Then the line can be asked about places where nobody measured.
            """);
        page.Show("x  " + string.Join("  ", X.Select(x => Page.Text(x).PadLeft(3))));
        page.Show("y  " + string.Join("  ", Y.Select(y => Page.Text(y).PadLeft(3))));

        (double a, double b) = LeastSquares();
        page.Say("A line is y = ax + b: the slope a and the offset b are all there is to find. The method of least squares has a formula for them:");
        page.Number("a", a, 2, 1e-6);
        page.Number("b", b, 1.04, 1e-6);
        page.Number("at x = 2.5 the line says y", a * 2.5 + b, 6.04, 1e-6);
        page.Gap();
        page.Draw(Plot.Draw(0, 4, ('-', x => a * x + b), ('o', Measured)));

        (double learnedA, double learnedB) = Learned();
        page.Say("""
            A network needs no formula. The smallest one, [Input(1), Dense(1)], is a line too: it begins with any a and b, looks at the
            points again and again, and changes both a little each time so that it errs less (part 8 tells how). It ends at the same line:
            """);
        page.Number("learned a", learnedA, a, 1e-4);
        page.Number("learned b", learnedB, b, 1e-4);
    }

    private static double Measured(double x)
    {
        int i = (int)Math.Round(x);
        return Math.Abs(x - i) < 0.01 ? Y[i] : double.NaN;
    }
}
