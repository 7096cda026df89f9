namespace UsedCars;

/// <summary>What a car is worth: something that no network is told.</summary>
internal sealed class World
{
    private readonly double[] _makes, _losses, _models, _wear;

    public World(Random random)
    {
        _makes = Draw(Cars.Makes, 1.2, 0.4);
        _losses = Draw(Cars.Makes, 0.11, 0.03);
        _models = Draw(Cars.Models, 0, 0.25);
        _wear = Draw(Cars.Fuels, 0.35, 0.15);

        double[] Draw(int count, double mean, double deviation) => [.. Enumerable.Range(0, count).Select(_ => mean + deviation * Normal(random))];
    }

    /// <summary>The logarithm of the price in thousands: how fast a car loses it depends on its make and its fuel, so that no sum of columns is enough.</summary>
    /// <param name="make">The make.</param>
    /// <param name="model">The model.</param>
    /// <param name="fuel">What it burns.</param>
    /// <param name="age">In years.</param>
    /// <param name="distance">In 100,000 km.</param>
    /// <param name="power">In 100 horsepower.</param>
    public double Worth(int make, int model, int fuel, double age, double distance, double power) =>
        1.5 + _makes[make] + _models[model] + 0.7 * Math.Log(power) - _losses[make] * age * (1.25 - age / 60) - _wear[fuel] * distance;

    /// <summary>A value of a normal distribution (Box and Muller).</summary>
    public static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
