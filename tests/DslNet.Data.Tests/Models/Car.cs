namespace DslNet.Data.Tests.Models;

/// <summary>A raw row as an object.</summary>
internal sealed record Car(string Fuel, int Age, float? Km, DateTime Sold)
{
    public static Schema<Car> Schema { get; } = new()
    {
        { "fuel", car => car.Fuel },
        { "age", car => car.Age },
        { "km", car => car.Km },
        { "sold", car => car.Sold },
    };
}
