using DslNet;

namespace Lecture;

/// <summary>Universal approximation: one hidden layer of 2, 8 and 32 neurons fits a polynomial better and better.</summary>
internal static class Part06Approximation
{
    private const double From = -1.5, To = 1.5;
    private const int Points = 96, Epochs = 1500;

    public static double Polynomial(double x) => x * x * x - x;

    /// <summary>Fits a network to the polynomial.</summary>
    /// <returns>The root of the mean squared error.</returns>
    public static double Fit(INetwork net)
    {
        float[] x = [.. Enumerable.Range(0, Points).Select(i => (float)(From + (To - From) * i / (Points - 1)))];
        var points = Dataset.FromTargets(x, Array.ConvertAll(x, value => (float)Polynomial(value)), 1, 1);

        // Long steps first, short ones in the end: the learning rate falls to zero in a straight line.
        LinearSchedule slower = new(Epochs, 1, 0) { Unit = ScheduleUnit.PartOfEpoch };
        net.Fit(points, new FitOptions { Epochs = Epochs, BatchSize = Points / 3, Optimizer = new Adam(0.01f), LearningRateSchedule = slower });
        return Math.Sqrt(net.Evaluate(points).Loss);
    }

    public static void Tell(Page page)
    {
        page.Say("""
            Every neuron adds a bend, and with enough bends any curve can be followed as closely as one likes: this is the theorem of
            universal approximation. Here one hidden layer learns the polynomial x³ - x from 96 of its points. The polynomial is drawn
            with dots, the network with stars.
            """);
        double last = double.PositiveInfinity;
        foreach (INetwork net in new INetwork[] { new Hidden2Net(1), new Hidden8Net(1), new Hidden32Net(1) })
        {
            double error = Fit(net);
            page.Draw(Plot.Draw(From, To, ('.', Polynomial), ('*', x => net.Answer((float)x))));
            page.Show($"{net.Description.Layers[0].Output} hidden neurons: typical error {error:F3}");
            page.Gap();
            page.Check("typical error", error < last / 2, $"{error} is not less than half of {last}");
            last = error;
        }
    }
}
