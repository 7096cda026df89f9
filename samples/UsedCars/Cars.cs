using DslNet.Data;

namespace UsedCars;

/// <summary>
/// Used cars that were offered for sale, made up: numbers and categories, and a price that follows from both, but for a noise that nobody can predict.
/// </summary>
internal static class Cars
{
    public const int Makes = 24, ModelsOfMake = 10, Models = Makes * ModelsOfMake, Fuels = 4;

    /// <summary>The standard deviation of what a seller asks more or less than his car is worth, as a share of the price.</summary>
    public const double Noise = 0.08;

    /// <summary>Makes up cars to learn from, and others of the same makes to test with.</summary>
    public static (Table Train, Table Test) MakeUp(int train, int test, int seed)
    {
        var random = new Random(seed);
        var world = new World(random);
        return (MakeUp(world, train, random), MakeUp(world, test, random));
    }

    private static Table MakeUp(World world, int count, Random random)
    {
        var cars = new List<Car>(count);
        for (int i = 0; i < count; i++)
        {
            int make = random.Next(Makes), model = make * ModelsOfMake + Math.Min(random.Next(ModelsOfMake), random.Next(ModelsOfMake)), fuel = random.Next(Fuels);
            double age = 15 * random.NextDouble(), distance = age * (0.6 + 1.2 * random.NextDouble()) / 10, power = 0.5 + 2 * random.NextDouble();
            double logarithm = world.Worth(make, model, fuel, age, distance, power) + Noise * World.Normal(random);
            cars.Add(new Car(make, model, fuel, age, 100_000 * distance, 100 * power, 1000 * Math.Exp(logarithm)));
        }

        return Table.From(cars, Car.Schema);
    }
}
