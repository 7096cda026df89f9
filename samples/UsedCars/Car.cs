using DslNet.Data;

namespace UsedCars;

/// <summary>A car that was offered for sale.</summary>
/// <param name="Make">The make.</param>
/// <param name="Model">The model, counted over all makes.</param>
/// <param name="Fuel">What it burns.</param>
/// <param name="Age">In years.</param>
/// <param name="Kilometres">How far it went.</param>
/// <param name="Power">In horsepower.</param>
/// <param name="Price">What was asked for it.</param>
internal sealed record Car(int Make, int Model, int Fuel, double Age, double Kilometres, double Power, double Price)
{
    /// <summary>Which of these is in which column.</summary>
    public static Schema<Car> Schema { get; } = new()
    {
        { "make", car => car.Make },
        { "model", car => car.Model },
        { "fuel", car => car.Fuel },
        { "age", car => car.Age },
        { "km", car => car.Kilometres },
        { "power", car => car.Power },
        { "price", car => car.Price },
    };
}
