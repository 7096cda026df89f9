using System.Globalization;

namespace DslNet.Onnx.Functions;

/// <summary>
/// A text that is the same for formulas which differ by the order of sums and products, by which of several factors a constant is, or by a difference that is
/// a sum: as different exporters write one function. Constants are compared by six digits.
/// </summary>
internal static class FormulaKey
{
    private const int MostFactors = 8;

    public static string Of(Formula formula)
    {
        double constant = 0;
        SortedDictionary<string, double> terms = new(StringComparer.Ordinal);
        foreach ((double factor, Formula term) in Terms(formula, 1))
        {
            (double own, string key) = Product(term);
            if (key.Length == 0)
                constant += factor * own;
            else
                terms[key] = terms.GetValueOrDefault(key) + factor * own;
        }

        return string.Join(" + ", [.. terms.Select(term => term.Value == 1 ? term.Key : $"{Digits(term.Value)}·{term.Key}"), .. constant == 0 && terms.Count > 0 ? [] : new[] { Digits(constant) }]);
    }

    private static IEnumerable<(double Factor, Formula Term)> Terms(Formula formula, double factor) => formula.Function switch
    {
        "+" => [.. Terms(formula.Operands[0], factor), .. Terms(formula.Operands[1], factor)],
        "-" => [.. Terms(formula.Operands[0], factor), .. Terms(formula.Operands[1], -factor)],
        _ => [(factor, formula)],
    };

    /// <summary>The constant factor of a product, and its other factors in order.</summary>
    private static (double Constant, string Key) Product(Formula formula)
    {
        double constant = 1;
        List<string> factors = [];
        Add(formula, over: false);
        factors.Sort(StringComparer.Ordinal);
        return (constant, string.Join('·', factors.Take(MostFactors)));

        void Add(Formula part, bool over)
        {
            switch (part.Function)
            {
                case Formula.Constant:
                    constant = over ? constant / part.Value : constant * part.Value;
                    break;
                case "neg":
                    constant = -constant;
                    Add(part.Operands[0], over);
                    break;
                case "*":
                    Add(part.Operands[0], over);
                    Add(part.Operands[1], over);
                    break;
                case "/":
                    Add(part.Operands[0], over);
                    Add(part.Operands[1], !over);
                    break;
                default:
                    factors.Add(over ? $"1/{Atom(part)}" : Atom(part));
                    break;
            }
        }
    }

    private static string Atom(Formula formula)
    {
        string[] operands = [.. formula.Operands.Select(Of)];
        if (formula.Function is "Max" or "Min")
            Array.Sort(operands, StringComparer.Ordinal);
        return formula.Function switch
        {
            Formula.Variable => "x",
            "+" or "-" => $"({Of(formula)})",
            _ => $"{formula.Function}({string.Join(", ", operands)})",
        };
    }

    private static string Digits(double value) => value.ToString("G6", CultureInfo.InvariantCulture);
}
