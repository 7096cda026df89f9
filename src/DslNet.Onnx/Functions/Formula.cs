namespace DslNet.Onnx.Functions;

/// <summary>A function of a single value, as a tree.</summary>
/// <param name="Function">What is computed of the operands; <see cref="Variable"/> and <see cref="Constant"/> have none.</param>
/// <param name="Value">The value of a constant.</param>
/// <param name="Operands">What it is computed of.</param>
internal sealed record Formula(string Function, float Value, params Formula[] Operands)
{
    public const string Variable = "x", Constant = "number";

    /// <summary>The value that the function is of.</summary>
    public static Formula X { get; } = new(Variable, 0);

    /// <summary>How many constants, operations and uses of the variable there are.</summary>
    public int Size { get; } = 1 + Operands.Sum(operand => operand.Size);

    public static Formula Of(string function, params Formula[] operands) => new(function, 0, operands);

    public static implicit operator Formula(float number) => new(Constant, number);

    public static Formula operator +(Formula left, Formula right) => Of("+", left, right);

    public static Formula operator -(Formula left, Formula right) => Of("-", left, right);

    public static Formula operator *(Formula left, Formula right) => Of("*", left, right);

    public static Formula operator /(Formula left, Formula right) => Of("/", left, right);

    public static Formula operator -(Formula operand) => Of("neg", operand);

    public static Formula Max(Formula left, Formula right) => Of("Max", left, right);

    public static Formula Min(Formula left, Formula right) => Of("Min", left, right);

    /// <summary>One of two values, by whether the first of two others is greater.</summary>
    public static Formula IfGreater(Formula left, Formula right, Formula yes, Formula no) => Of("?", left, right, yes, no);

    public static Formula Sigmoid(Formula operand) => Of("sigmoid", operand);

    public static Formula Softplus(Formula operand) => Of("softplus", operand);

    /// <summary>The formula of the result of another.</summary>
    public Formula After(Formula inner) => Function == Variable ? inner : Operands.Length == 0 ? this : new Formula(Function, Value, [.. Operands.Select(operand => operand.After(inner))]);

    /// <summary>The value for an argument, in double precision.</summary>
    public double Evaluate(double x)
    {
        double At(int operand) => Operands[operand].Evaluate(x);
        return Function switch
        {
            Variable => x,
            Constant => Value,
            "+" => At(0) + At(1),
            "-" => At(0) - At(1),
            "*" => At(0) * At(1),
            "/" => At(0) / At(1),
            "neg" => -At(0),
            "?" => At(0) > At(1) ? At(2) : At(3),
            "Abs" => Math.Abs(At(0)),
            "Cos" => Math.Cos(At(0)),
            "Exp" => Math.Exp(At(0)),
            "Log" => Math.Log(At(0)),
            "Max" => Math.Max(At(0), At(1)),
            "Min" => Math.Min(At(0), At(1)),
            "Sin" => Math.Sin(At(0)),
            "Sqrt" => Math.Sqrt(At(0)),
            "Tanh" => Math.Tanh(At(0)),
            "sigmoid" => 1 / (1 + Math.Exp(-At(0))),
            "softplus" => Math.Max(At(0), 0) + Math.Log(1 + Math.Exp(-Math.Abs(At(0)))),
            _ => double.NaN,
        };
    }
}
