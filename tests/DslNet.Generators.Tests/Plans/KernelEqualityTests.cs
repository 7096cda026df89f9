using DslNet.Generators.Model;
using DslNet.Generators.Operations;
using DslNet.Generators.Planning;
using DslNet.Generators.Tests.Harness;
using DslNet.Generators.Tests.Oracle;
using DslNet.Generators.Tests.Parsing;
using DslNet.Generators.Tests.Values;

namespace DslNet.Generators.Tests.Plans;

/// <summary>Kernels are values: what one is says what its text is, and nothing else.</summary>
public sealed class KernelEqualityTests
{
    [Fact]
    public void Two_compilations_have_equal_kernels()
    {
        foreach ((string name, ValueCase value) in ValueCases.All)
        {
            NamedKernel[] once = Kernels(value), again = Kernels(value);
            Assert.True(once.SequenceEqual(again), name);
            Assert.Equal(once.Select(kernel => kernel.GetHashCode()), again.Select(kernel => kernel.GetHashCode()));
            Assert.DoesNotContain(once.Zip(again), pair => ReferenceEquals(pair.First.Kernel, pair.Second.Kernel));
        }
    }

    /// <summary>Of all cases together: kernels are equal where their texts are, but for name and comments, and nowhere else.</summary>
    [Fact]
    public void Kernels_are_equal_where_their_text_is()
    {
        Dictionary<string, Kernel> byText = new(StringComparer.Ordinal);
        Dictionary<Kernel, string> texts = [];
        List<string> problems = [];
        foreach ((string name, ValueCase value) in ValueCases.All)
        {
            foreach (NamedKernel kernel in Kernels(value))
            {
                string text = KernelText.Nameless(kernel.Kernel);
                if (!texts.TryAdd(kernel.Kernel, text) && text != texts[kernel.Kernel])
                    problems.Add($"{name}: {kernel} is equal to one of another text:\n{texts[kernel.Kernel]}\nand\n{text}");
                if (!byText.TryAdd(text, kernel.Kernel) && kernel.Kernel != byText[text])
                    problems.Add($"{name}: {kernel.Name} has the text of another kernel:\n{byText[text]}\nand\n{kernel.Kernel}");
            }
        }

        Assert.NotEmpty(texts);
        Assert.True(problems.Count == 0, string.Join("\n\n", problems));
    }

    [Fact]
    public void An_operation_passes_what_its_kernel_takes()
    {
        Operations.Buffer memory = Operations.Buffer.OfSample("memory", 8);
        Operations.Buffer labels = Operations.Buffer.OfPort(new("Label", PortRole.Label, 0, Shape.Vector(1), Model.ElementType.Int32));
        LayoutCopy kernel = LayoutCopy.Of(default, default);
        Operation copy = new("Copy", kernel, [new("source", memory), new("destination", memory)]);
        Assert.Equal(When.In(Level.Sample), copy.When);
        Assert.Throws<ArgumentException>(() => new Operation("Copy", kernel, [new("destination", memory), new("source", memory)]));
        Assert.Throws<ArgumentException>(() => new Operation("Copy", kernel, [new("source", memory)]));
        Assert.Throws<ArgumentException>(() => new Operation("Copy", kernel, [new("source", memory), new("destination", labels)]));
        Assert.Throws<ArgumentException>(() => new Operation("Copy", kernel, [new("source", memory), new("destination", memory)], new ProgramFact.Constant(1)));
    }

    private static NamedKernel[] Kernels(ValueCase value) =>
        [.. Planning.Compilation.Of(NetworkSource.Parse(NetworkSource.Class(NetworkText.Attributes(value.Network))).Spec).Kernels.All];
}
