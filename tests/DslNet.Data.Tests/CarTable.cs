using System.Globalization;
using System.Text;

namespace DslNet.Data.Tests;

/// <summary>A small table of cars whose price follows from the other columns.</summary>
internal static class CarTable
{
    private static readonly string[] s_fuels = ["diesel", "electric", "petrol"], s_makes = ["Alfa", "Benz", "Citro", "Dacia"];

    public static Table Make(int rows = 120) => Table.ReadCsv(new StringReader(Text(rows)), "cars.csv");

    public static string Text(int rows)
    {
        StringBuilder text = new("make,age,km,fuel,sold,price\n");
        for (int i = 0; i < rows; i++)
        {
            double age = i * 7 % 15, price = 30 - age + 3 * (i % 3) + 2 * (i % 4);
            string km = i % 10 == 9 ? "" : string.Create(CultureInfo.InvariantCulture, $"{10_000 * age + i}");
            text.Append(CultureInfo.InvariantCulture, $"{s_makes[i % 4]},{age},{km},{s_fuels[i % 3]},2025-{1 + i % 12:00}-15,{price}\n");
        }

        return text.ToString();
    }

    /// <summary>Makes 8 values: age, km, whether km is missing, three of fuel, two of the month.</summary>
    public static Recipe Recipe { get; } = new()
    {
        new Impute("km") { Indicator = true },
        new Clip(0, 120_000, "km"),
        new DateParts("sold", DatePart.Month),
        new Standardize("age", "km"),
        new AsIs("km.missing"),
        new OneHot("fuel"),
        new Cyclic(12, "sold.month"),
        new TargetNumber("price") { Log = true, Standardize = true },
    };
}
