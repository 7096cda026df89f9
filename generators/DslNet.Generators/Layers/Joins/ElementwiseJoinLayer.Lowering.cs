using DslNet.Generators.Expressions;
using DslNet.Generators.Lowering;
using DslNet.Generators.Model;
using DslNet.Generators.Operations;

namespace DslNet.Generators.Layers.Joins;

internal sealed partial record ElementwiseJoinLayer : IJoinsOnLanes
{
    public override bool FusesActivation => true;

    public bool WorksOnLanes(IReadOnlyList<Shape> inputs) => inputs.All(input => input == inputs[0]);

    public Expr ValueOf(int inputs) => Join.Value(inputs);

    public LaneValue LowerLanes(LaneContext context)
    {
        LaneValue output = context.NewOutput();
        (string Name, LaneValue Value)[] inputs = [.. Enumerable.Range(0, context.InputCount).Select(i => ($"x{i}", context.Input(i)))];
        (Kernel kernel, IReadOnlyList<Operand> operands) = LaneElementwise.Of(
            $"y = {string.Join($" {Join.Sign} ", inputs.Select(input => input.Name))}{context.FinishPhrase}", inputs, context.Finished(Join.Value(inputs.Length)), ("y", output));
        context.Add("Forward", kernel, operands);
        return output;
    }

    public override Tensor LowerForward(ForwardContext context)
    {
        Tensor output = context.NewOutput();
        JoinOperand[] inputs = [.. Enumerable.Range(0, context.InputCount).Select(i => JoinOperand.Of($"x{i}", context.ChannelsLastInput(i), output))];
        context.Add(JoinOperand.Operation(
            context.Name + "Forward", $"y = {string.Join($" {Join.Sign} ", inputs.Select(input => input.Operand.Name))}", output, inputs,
            Join.Value(inputs.Length), Sink.Activate(new("y", output.Buffer), context.Fused)));
        return output;
    }

    public override void LowerBackward(BackwardContext context)
    {
        Tensor output = context.Output;
        for (int i = 0; i < context.InputCount; i++)
        {
            if (!context.NeedsInputGradient(i))
                continue;

            // Of the saved inputs those that the derivative is made of, behind the gradient.
            Expr derivative = Join.Derivative(context.InputCount, i);
            int[] saved = [.. Enumerable.Range(0, context.InputCount).Where(j => derivative.Contains(new Expr.Input(j)))];
            Expr gradient = Derivative.Times(new Expr.Input(0), derivative.WithInputs([.. Enumerable.Range(0, context.InputCount)
                .Select(Expr (j) => new Expr.Input(Array.IndexOf(saved, j) + 1))]));
            JoinOperand[] inputs =
            [
                JoinOperand.Of("dy", context.OutputGradient, output),
                .. saved.Select(j => JoinOperand.Of($"x{j}", context.ChannelsLastInput(j), output)),
            ];
            bool isSum = JoinOperand.Of("dx", context.ChannelsLastInput(i), output).IsPerChannel;
            string factors = string.Concat(saved.Select(j => $" · x{j}"));
            context.Add(Role.InputGradient, JoinOperand.Operation(
                $"{context.Name}Backward{i}", $"∂x = {(isSum ? "Σ " : "")}{(gradient is Expr.Unary ? "−" : "")}∂y{factors}", output, inputs, gradient, context.InputGradient("dx", i), isSum));
        }
    }
}
