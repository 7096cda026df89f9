//HintName: FrameCountKernel.g.cs

// Positions1, also CausalAttention1: n[t] = n[t − 1] + 1: frames so far.
[Method__(OfOneSample)]
public static void Positions1Count(ref float counts, int count)
{
	unchecked
	{
		for (int t = 0; t < count; t++)
		{
			Place__.Add(ref counts, (t + 1) * 8) = global::System.BitConverter.Int32BitsToSingle(Place__.Read(ref counts, t * 8) + 1);
		}
	}
}
