using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DslNet.Networks.Child;

/// <summary>Reads the number beside guarded memory on purpose, which must end the process.</summary>
internal static class Overrun
{
    public static void Run(Place place)
    {
        Span<float> memory = GuardedMemory.Allocate<float>(5, place);
        memory.Fill(1);
        Console.WriteLine("the overrun begins");
        Console.WriteLine(Unsafe.Add(ref MemoryMarshal.GetReference(memory), place == Place.End ? memory.Length : -1));
    }
}
