using DslNet;

namespace UsedCars;

/// <summary>
/// Used cars that were offered for sale, made up: numbers and categories, and a price that follows from both, but for a noise that nobody can predict.
/// </summary>
internal sealed class Cars
{
    public const int Makes = 24, ModelsOfMake = 10, Models = Makes * ModelsOfMake, Fuels = 4, Numbers = 3;

    /// <summary>The standard deviation of what a seller asks more or less than his car is worth, as a share of the price.</summary>
    public const double Noise = 0.08;

    private readonly float[] _numbers, _prices;
    private readonly int[] _makes, _models, _fuels;

    private Cars(int count)
    {
        Count = count;
        (_numbers, _prices, _makes, _models, _fuels) = (new float[count * Numbers], new float[count], new int[count], new int[count], new int[count]);
    }

    public int Count { get; }

    /// <summary>The make of each car.</summary>
    public ReadOnlySpan<int> MakeOf => _makes;

    /// <summary>The model of each car, counted over all makes.</summary>
    public ReadOnlySpan<int> ModelOf => _models;

    /// <summary>The logarithm of each price, in thousands: a difference of 0.01 is one of 1 %.</summary>
    public ReadOnlySpan<float> PriceOf => _prices;

    /// <summary>Makes up cars to learn from, and others of the same makes to test with.</summary>
    public static (Cars Train, Cars Test) MakeUp(int train, int test, int seed)
    {
        var random = new Random(seed);
        var world = new World(random);
        return (MakeUp(world, train, random), MakeUp(world, test, random));
    }

    /// <summary>A column for each of what a network takes, by the names of its ports.</summary>
    public Dataset ToDataset() => Dataset.FromColumns(
        new("numbers", _numbers, Numbers), new("make", _makes), new("model", _models), new("fuel", _fuels), new("price", _prices, 1));

    /// <summary>The same with a value of 0 or 1 for each make, model and fuel.</summary>
    public Dataset ToOneHot() => Dataset.FromColumns(
        new("numbers", _numbers, Numbers), OneHot("make", _makes, Makes), OneHot("model", _models, Models), OneHot("fuel", _fuels, Fuels), new("price", _prices, 1));

    /// <summary>The same with the numbers of make, model and fuel as if they measured something.</summary>
    public Dataset ToNumbers() => Dataset.FromColumns(
        new("numbers", _numbers, Numbers), Measured("make", _makes, Makes), Measured("model", _models, Models), Measured("fuel", _fuels, Fuels), new("price", _prices, 1));

    private static Cars MakeUp(World world, int count, Random random)
    {
        var cars = new Cars(count);
        for (int i = 0; i < count; i++)
        {
            int make = random.Next(Makes), model = make * ModelsOfMake + Math.Min(random.Next(ModelsOfMake), random.Next(ModelsOfMake)), fuel = random.Next(Fuels);
            double age = 15 * random.NextDouble(), distance = age * (0.6 + 1.2 * random.NextDouble()) / 10, power = 0.5 + 2 * random.NextDouble();
            (cars._makes[i], cars._models[i], cars._fuels[i]) = (make, model, fuel);
            cars._numbers[i * Numbers] = (float)(age / 10);
            cars._numbers[i * Numbers + 1] = (float)distance;
            cars._numbers[i * Numbers + 2] = (float)power;
            cars._prices[i] = (float)(world.Worth(make, model, fuel, age, distance, power) + Noise * World.Normal(random));
        }

        return cars;
    }

    private static DataColumn OneHot(string name, int[] tokens, int vocabulary)
    {
        float[] values = new float[tokens.Length * vocabulary];
        for (int i = 0; i < tokens.Length; i++)
            values[i * vocabulary + tokens[i]] = 1;
        return new(name, values, vocabulary);
    }

    private static DataColumn Measured(string name, int[] tokens, int vocabulary) =>
        new(name, tokens.Select(token => (float)token / vocabulary).ToArray(), 1);
}
