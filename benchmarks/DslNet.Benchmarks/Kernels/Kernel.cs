using System.Linq.Expressions;
using System.Reflection;
using DslNet.CompilerServices;

namespace DslNet.Benchmarks.Kernels;

/// <summary>One generated kernel, called by itself: a method of the private class that the generator writes for a target.</summary>
internal sealed class Kernel
{
    // Memory and code when it is first called: most are only listed.
    private readonly Lazy<Action> _call;

    private Kernel(string name, bool takesBlock, Func<Action> compile) => (Name, TakesBlock, _call) = (name, takesBlock, new(compile));

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>Whether a call does a block of samples, not one.</summary>
    public bool TakesBlock { get; }

    /// <summary>Calls it, always with the same memory.</summary>
    public Action Call => _call.Value;

    /// <summary>The kernels of a network for a target, in the order of the generated file.</summary>
    /// <param name="network">The network.</param>
    /// <param name="target">The name of the class of kernels.</param>
    /// <param name="block">Samples in a block.</param>
    /// <exception cref="BenchmarkException">The network has no kernels of its own for the target, or the processor cannot run them.</exception>
    public static IEnumerable<Kernel> Of(INetwork network, string target, int block)
    {
        Type type = network.GetType();
        Type kernels = RunningKernels.Find(type, target)
            ?? throw new BenchmarkException($"{type.Name} has no {target}: nothing in it gains from them. Choose --target {string.Join(" or ", RunningKernels.Of(type))}.");
        if (!RunningKernels.CanRun(target))
            throw new BenchmarkException($"This processor cannot run {target}. Choose --target {string.Join(" or ", RunningKernels.Of(type).Where(RunningKernels.CanRun))}.");
        int floats = FloatsAnArgument(network, block);
        foreach (MethodInfo declared in kernels.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly).Where(method => !method.IsSpecialName && method.ReturnType == typeof(void)))
        {
            // Private methods are parts of a kernel; a loss takes more than memory and a count, and returns something. What can update parameters updates none.
            MethodInfo method = declared.IsGenericMethodDefinition ? declared.MakeGenericMethod(typeof(NoUpdate)) : declared;
            ParameterInfo[] parameters = method.GetParameters();
            if (parameters.All(parameter => parameter.ParameterType == typeof(float).MakeByRefType() || IsCount(parameter) || IsAdding(parameter) || IsUpdate(parameter)))
                yield return new Kernel(method.Name, parameters.Any(IsCount), () => Compile(method, parameters, block, floats));
        }
    }

    /// <summary>More than any kernel reads: all parameters, or a block of the widest layer with its channels rounded up.</summary>
    private static int FloatsAnArgument(INetwork network, int block)
    {
        const int roundedUp = 16;
        NetworkDescription description = network.Description;
        int widest = description.Layers.Select(layer => layer.Output).Append(description.Inputs[0].Shape)
            .Max(shape => shape.Length / shape[0] * (shape[0] + roundedUp));
        return network.Parameters.Length + block * widest;
    }

    // Other integers are shapes, which only a program knows.
    private static bool IsCount(ParameterInfo parameter) => parameter.ParameterType == typeof(int) && parameter.Name == "count";

    // Whether gradients are added to what is there, as for all blocks but the first, and whether the block is the last.
    private static bool IsAdding(ParameterInfo parameter) => parameter.ParameterType == typeof(bool);

    private static bool IsUpdate(ParameterInfo parameter) => parameter.ParameterType == typeof(NoUpdate).MakeByRefType();

    private static Action Compile(MethodInfo method, ParameterInfo[] parameters, int block, int floats)
    {
        // A compiled expression may call what is private, and pass an element of an array as a reference.
        IEnumerable<Expression> arguments = parameters.Select((parameter, i) =>
            IsCount(parameter) ? Expression.Constant((int)block)
            : IsAdding(parameter) ? Expression.Constant(true)
            : IsUpdate(parameter) ? Expression.Default(typeof(NoUpdate))
            : KernelMemory.Create(floats, i, indices: parameter.Name is "indices" or "kernelOffsets").Reference);
        return Expression.Lambda<Action>(Expression.Call(method, arguments)).Compile();
    }
}
