using System.Globalization;

namespace DslNet.Onnx.Functions;

/// <summary>Formulas as expressions of C#, of the kind that an [Activation] has.</summary>
internal static class FormulaText
{
    private const int Any = 0, Sum = 1, Product = 2, Unary = 3;

    /// <summary>The expression; null if a function in it is none of C#.</summary>
    public static string? Of(Formula formula) => IsWritable(formula) ? Write(formula, Any) : null;

    private static bool IsWritable(Formula formula) => formula.Function != "Erf" && (formula.Function != Formula.Constant || float.IsFinite(formula.Value)) && formula.Operands.All(IsWritable);

    /// <param name="formula">The formula.</param>
    /// <param name="around">How tightly what is around it binds.</param>
    private static string Write(Formula formula, int around)
    {
        string At(int operand, int binding) => Write(formula.Operands[operand], binding);
        (string text, int own) = formula.Function switch
        {
            Formula.Variable => ("x", Unary),
            Formula.Constant => (Number(formula.Value), formula.Value < 0 ? Sum : Unary),
            "+" => ($"{At(0, Sum)} + {At(1, Product)}", Sum),
            "-" => ($"{At(0, Sum)} - {At(1, Product)}", Sum),
            "*" => ($"{At(0, Product)} * {At(1, Unary)}", Product),
            "/" => ($"{At(0, Product)} / {At(1, Unary)}", Product),
            "neg" => ($"-{At(0, Unary)}", Product),
            "?" => ($"{At(0, Sum)} > {At(1, Sum)} ? {Choice(formula.Operands[2], Sum)} : {Choice(formula.Operands[3], Any)}", Any),
            "sigmoid" => ($"1 / (1 + MathF.Exp(-{At(0, Unary)}))", Product),
            "softplus" => ($"MathF.Log(1 + MathF.Exp({At(0, Any)}))", Unary),
            var function => ($"MathF.{function}({string.Join(", ", formula.Operands.Select(operand => Write(operand, Any)))})", Unary),
        };
        return own < around ? $"({text})" : text;
    }

    /// <summary>What is chosen: of two integers C# would choose an integer.</summary>
    private static string Choice(Formula formula, int around) => formula.Function == Formula.Constant ? Writing.Argument.Of(formula.Value) : Write(formula, around);

    /// <summary>A constant: integers without a suffix, as one writes them beside floats.</summary>
    private static string Number(float value) => value == MathF.Truncate(value) && Math.Abs(value) < 1000 ? value.ToString("F0", CultureInfo.InvariantCulture) : Writing.Argument.Of(value);
}
