using DslNet.Generators.Model;
using DslNet.Generators.Text;

namespace DslNet.Generators.Expressions;

/// <summary>
/// Elementwise arithmetic as a tree: what each lane of a vector computes. Equal trees are equal, so that kernels made of them can be
/// compared; a tree derives itself (<see cref="By"/>), and <see cref="ExprWriter"/> spells it.
/// </summary>
internal abstract partial record Expr
{
    /// <summary>A value that comes from outside: a register, or memory.</summary>
    /// <param name="Index">Its number among the inputs.</param>
    public sealed record Input(int Index) : Expr;

    /// <summary>One number in every lane. Zeros of different signs differ.</summary>
    public sealed record Constant(float Value) : Expr
    {
        public bool Equals(Constant? other) => other is not null && Bits.Equals(other.Bits);

        public override int GetHashCode() => Bits;

        private int Bits => BitConverter.ToInt32(BitConverter.GetBytes(Value), 0);
    }

    /// <summary>A function of one value that is a single instruction.</summary>
    public sealed record Unary(UnaryOp Op, Expr Value) : Expr;

    /// <summary>A function of two values that is a single instruction.</summary>
    public sealed record Binary(BinaryOp Op, Expr Left, Expr Right) : Expr;

    /// <summary>A × B + C, rounded once.</summary>
    public sealed record Fma(Expr A, Expr B, Expr C) : Expr;

    /// <summary>A mask: all bits in the lanes where the comparison holds. Only conditions are masks.</summary>
    public sealed record Compare(Expr Left, Comparison Op, Expr Right) : Expr;

    /// <summary>Condition ? Then : Else, lane by lane; both are computed.</summary>
    public sealed record Select(Expr Condition, Expr Then, Expr Else) : Expr;

    /// <summary>The value, negated where the condition holds.</summary>
    public sealed record NegateWhere(Expr Condition, Expr Value) : Expr;

    /// <summary>A function of the library.</summary>
    public sealed record Call(MathFunction Function, EquatableArray<Expr> Arguments) : Expr;

    /// <summary>A value that generated code calls by a name where it is used more than once.</summary>
    public sealed record Named(string Name, Expr Value) : Expr;

    public static Expr Zero { get; } = new Constant(0);

    public static Expr One { get; } = new Constant(1);

    public static implicit operator Expr(float value) => new Constant(value);

    public static Expr operator +(Expr left, Expr right) => new Binary(BinaryOp.Add, left, right);

    public static Expr operator -(Expr left, Expr right) => new Binary(BinaryOp.Subtract, left, right);

    public static Expr operator *(Expr left, Expr right) => new Binary(BinaryOp.Multiply, left, right);

    public static Expr operator /(Expr left, Expr right) => new Binary(BinaryOp.Divide, left, right);

    public static Expr operator -(Expr value) => new Unary(UnaryOp.Negate, value);

    public static Expr operator >(Expr left, Expr right) => new Compare(left, Comparison.GreaterThan, right);

    public static Expr operator <(Expr left, Expr right) => new Compare(left, Comparison.LessThan, right);

    public static Expr operator >=(Expr left, Expr right) => new Compare(left, Comparison.GreaterThanOrEqual, right);

    public static Expr operator <=(Expr left, Expr right) => new Compare(left, Comparison.LessThanOrEqual, right);

    public static Expr Max(Expr left, Expr right) => new Binary(BinaryOp.Max, left, right);

    public static Expr Min(Expr left, Expr right) => new Binary(BinaryOp.Min, left, right);

    public static Expr Abs(Expr value) => new Unary(UnaryOp.Abs, value);

    public static Expr If(Expr condition, Expr then, Expr otherwise) => new Select(condition, then, otherwise);

    /// <summary>The derivative with respect to an input.</summary>
    public Expr By(Input x) => new Derivative(x).Of(this);

    /// <summary>What the whole takes, as an estimate of its length; what is used more than once is counted once.</summary>
    public int Instructions
    {
        get
        {
            HashSet<Expr> counted = [];
            return Count(Expanded);

            int Count(Expr expression) => counted.Add(expression) ? expression.OwnInstructions + expression.Operands.Sum(Count) : 0;
        }
    }

    /// <summary>In functional notation, for debuggers and the messages of tests.</summary>
    public sealed override string ToString() => this switch
    {
        Input input => "x" + NumberText.Of(input.Index),
        Constant constant => NumberText.Of(constant.Value),
        Unary unary => $"{unary.Op}({unary.Value})",
        Binary binary => $"{binary.Op}({binary.Left}, {binary.Right})",
        Compare compare => $"{compare.Op}({compare.Left}, {compare.Right})",
        Call call => $"{call.Function}({string.Join(", ", call.Arguments)})",
        Named named => $"{named.Name}: {named.Value}",
        _ => $"{GetType().Name}({string.Join(", ", Operands)})",
    };

    private int OwnInstructions => this switch
    {
        Input or Constant or Named => 0,
        Call call => call.Function.Instructions,
        _ => 1,
    };
}
