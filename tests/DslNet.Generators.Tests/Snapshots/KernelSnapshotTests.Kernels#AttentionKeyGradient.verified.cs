//HintName: AttentionKeyGradient.g.cs

// CausalAttention1: ∂k = Σ ∂s·q and ∂v = Σ p·∂y over the frames that look at one: 1 head of 16 values, 12 frames.
[Method__(Optimized)]
public static void CausalAttention1KeyGradient(
	ref float counts, ref float x, ref float p, ref float dy, ref float ds, ref float dx, int count)
{
	unchecked
	{
		int t = 0;
		for (; t <= count - 3; t += 3)
		{
			int frames0 = (int)global::System.Math.Min((uint)Place__.Read(ref counts, t * 8), 12u);
			int frames1 = 1 + (int)global::System.Math.Min((uint)Place__.Read(ref counts, (t + 1) * 8), 12u);
			int frames2 = 2 + (int)global::System.Math.Min((uint)Place__.Read(ref counts, (t + 2) * 8), 12u);
			ref float slopes = ref Place__.Add(ref ds, t * 16 + 15);
			ref float queries = ref Place__.Add(ref x, t * 48);
			ref float ofKeys = ref Place__.Add(ref dx, t * 48 + 16);
			{
				Float__ sum0_0 = Float__.Zero, sum0_1 = Float__.Zero, sum1_0 = Float__.Zero;
				Float__ sum1_1 = Float__.Zero, sum2_0 = Float__.Zero, sum2_1 = Float__.Zero;
				{
					ref float row = ref queries;
					Float__ factor0 = Lanes__.Broadcast(ref slopes, 0);
					Float__ row0 = Lanes__.Load(ref row, 0);
					sum0_0 = Lanes__.MultiplyAdd(factor0, row0, sum0_0);
					Float__ row1 = Lanes__.Load(ref row, 8);
					sum0_1 = Lanes__.MultiplyAdd(factor0, row1, sum0_1);
				}
				{
					ref float row = ref Place__.Add(ref queries, 48);
					Float__ factor0 = Lanes__.Broadcast(ref slopes, 15);
					Float__ factor1 = Lanes__.Broadcast(ref slopes, 16);
					Float__ row0 = Lanes__.Load(ref row, 0);
					sum0_0 = Lanes__.MultiplyAdd(factor0, row0, sum0_0);
					sum1_0 = Lanes__.MultiplyAdd(factor1, row0, sum1_0);
					Float__ row1 = Lanes__.Load(ref row, 8);
					sum0_1 = Lanes__.MultiplyAdd(factor0, row1, sum0_1);
					sum1_1 = Lanes__.MultiplyAdd(factor1, row1, sum1_1);
				}
				for (int behind = 2; behind < frames0; behind++)
				{
					ref float row = ref Place__.Add(ref queries, behind * 48);
					Float__ factor0 = Lanes__.Broadcast(ref slopes, behind * 15);
					Float__ factor1 = Lanes__.Broadcast(ref slopes, behind * 15 + 1);
					Float__ factor2 = Lanes__.Broadcast(ref slopes, behind * 15 + 2);
					Float__ row0 = Lanes__.Load(ref row, 0);
					sum0_0 = Lanes__.MultiplyAdd(factor0, row0, sum0_0);
					sum1_0 = Lanes__.MultiplyAdd(factor1, row0, sum1_0);
					sum2_0 = Lanes__.MultiplyAdd(factor2, row0, sum2_0);
					Float__ row1 = Lanes__.Load(ref row, 8);
					sum0_1 = Lanes__.MultiplyAdd(factor0, row1, sum0_1);
					sum1_1 = Lanes__.MultiplyAdd(factor1, row1, sum1_1);
					sum2_1 = Lanes__.MultiplyAdd(factor2, row1, sum2_1);
				}
				for (int behind = frames0; behind < frames1; behind++)
				{
					ref float row = ref Place__.Add(ref queries, behind * 48);
					Float__ factor1 = Lanes__.Broadcast(ref slopes, behind * 15 + 1);
					Float__ row0 = Lanes__.Load(ref row, 0);
					sum1_0 = Lanes__.MultiplyAdd(factor1, row0, sum1_0);
					Float__ row1 = Lanes__.Load(ref row, 8);
					sum1_1 = Lanes__.MultiplyAdd(factor1, row1, sum1_1);
				}
				for (int behind = frames0; behind < frames2; behind++)
				{
					ref float row = ref Place__.Add(ref queries, behind * 48);
					Float__ factor2 = Lanes__.Broadcast(ref slopes, behind * 15 + 2);
					Float__ row0 = Lanes__.Load(ref row, 0);
					sum2_0 = Lanes__.MultiplyAdd(factor2, row0, sum2_0);
					Float__ row1 = Lanes__.Load(ref row, 8);
					sum2_1 = Lanes__.MultiplyAdd(factor2, row1, sum2_1);
				}
				Lanes__.Store(sum0_0, ref ofKeys, 0);
				Lanes__.Store(sum0_1, ref ofKeys, 8);
				Lanes__.Store(sum1_0, ref ofKeys, 48);
				Lanes__.Store(sum1_1, ref ofKeys, 56);
				Lanes__.Store(sum2_0, ref ofKeys, 96);
				Lanes__.Store(sum2_1, ref ofKeys, 104);
			}
			ref float weights = ref Place__.Add(ref p, t * 16 + 15);
			ref float results = ref Place__.Add(ref dy, t * 16);
			ref float ofValues = ref Place__.Add(ref dx, t * 48 + 32);
			{
				Float__ sum0_0 = Float__.Zero, sum0_1 = Float__.Zero, sum1_0 = Float__.Zero;
				Float__ sum1_1 = Float__.Zero, sum2_0 = Float__.Zero, sum2_1 = Float__.Zero;
				{
					ref float row = ref results;
					Float__ factor0 = Lanes__.Broadcast(ref weights, 0);
					Float__ row0 = Lanes__.Load(ref row, 0);
					sum0_0 = Lanes__.MultiplyAdd(factor0, row0, sum0_0);
					Float__ row1 = Lanes__.Load(ref row, 8);
					sum0_1 = Lanes__.MultiplyAdd(factor0, row1, sum0_1);
				}
				{
					ref float row = ref Place__.Add(ref results, 16);
					Float__ factor0 = Lanes__.Broadcast(ref weights, 15);
					Float__ factor1 = Lanes__.Broadcast(ref weights, 16);
					Float__ row0 = Lanes__.Load(ref row, 0);
					sum0_0 = Lanes__.MultiplyAdd(factor0, row0, sum0_0);
					sum1_0 = Lanes__.MultiplyAdd(factor1, row0, sum1_0);
					Float__ row1 = Lanes__.Load(ref row, 8);
					sum0_1 = Lanes__.MultiplyAdd(factor0, row1, sum0_1);
					sum1_1 = Lanes__.MultiplyAdd(factor1, row1, sum1_1);
				}
				for (int behind = 2; behind < frames0; behind++)
				{
					ref float row = ref Place__.Add(ref results, behind * 16);
					Float__ factor0 = Lanes__.Broadcast(ref weights, behind * 15);
					Float__ factor1 = Lanes__.Broadcast(ref weights, behind * 15 + 1);
					Float__ factor2 = Lanes__.Broadcast(ref weights, behind * 15 + 2);
					Float__ row0 = Lanes__.Load(ref row, 0);
					sum0_0 = Lanes__.MultiplyAdd(factor0, row0, sum0_0);
					sum1_0 = Lanes__.MultiplyAdd(factor1, row0, sum1_0);
					sum2_0 = Lanes__.MultiplyAdd(factor2, row0, sum2_0);
					Float__ row1 = Lanes__.Load(ref row, 8);
					sum0_1 = Lanes__.MultiplyAdd(factor0, row1, sum0_1);
					sum1_1 = Lanes__.MultiplyAdd(factor1, row1, sum1_1);
					sum2_1 = Lanes__.MultiplyAdd(factor2, row1, sum2_1);
				}
				for (int behind = frames0; behind < frames1; behind++)
				{
					ref float row = ref Place__.Add(ref results, behind * 16);
					Float__ factor1 = Lanes__.Broadcast(ref weights, behind * 15 + 1);
					Float__ row0 = Lanes__.Load(ref row, 0);
					sum1_0 = Lanes__.MultiplyAdd(factor1, row0, sum1_0);
					Float__ row1 = Lanes__.Load(ref row, 8);
					sum1_1 = Lanes__.MultiplyAdd(factor1, row1, sum1_1);
				}
				for (int behind = frames0; behind < frames2; behind++)
				{
					ref float row = ref Place__.Add(ref results, behind * 16);
					Float__ factor2 = Lanes__.Broadcast(ref weights, behind * 15 + 2);
					Float__ row0 = Lanes__.Load(ref row, 0);
					sum2_0 = Lanes__.MultiplyAdd(factor2, row0, sum2_0);
					Float__ row1 = Lanes__.Load(ref row, 8);
					sum2_1 = Lanes__.MultiplyAdd(factor2, row1, sum2_1);
				}
				Lanes__.Store(sum0_0, ref ofValues, 0);
				Lanes__.Store(sum0_1, ref ofValues, 8);
				Lanes__.Store(sum1_0, ref ofValues, 48);
				Lanes__.Store(sum1_1, ref ofValues, 56);
				Lanes__.Store(sum2_0, ref ofValues, 96);
				Lanes__.Store(sum2_1, ref ofValues, 104);
			}
		}
		for (; t < count; t++)
		{
			int frames0 = (int)global::System.Math.Min((uint)Place__.Read(ref counts, t * 8), 12u);
			ref float slopes = ref Place__.Add(ref ds, t * 16 + 15);
			ref float queries = ref Place__.Add(ref x, t * 48);
			ref float ofKeys = ref Place__.Add(ref dx, t * 48 + 16);
			{
				Float__ sum0_0 = Float__.Zero, sum0_1 = Float__.Zero;
				for (int behind = 0; behind < frames0; behind++)
				{
					ref float row = ref Place__.Add(ref queries, behind * 48);
					Float__ factor0 = Lanes__.Broadcast(ref slopes, behind * 15);
					Float__ row0 = Lanes__.Load(ref row, 0);
					sum0_0 = Lanes__.MultiplyAdd(factor0, row0, sum0_0);
					Float__ row1 = Lanes__.Load(ref row, 8);
					sum0_1 = Lanes__.MultiplyAdd(factor0, row1, sum0_1);
				}
				Lanes__.Store(sum0_0, ref ofKeys, 0);
				Lanes__.Store(sum0_1, ref ofKeys, 8);
			}
			ref float weights = ref Place__.Add(ref p, t * 16 + 15);
			ref float results = ref Place__.Add(ref dy, t * 16);
			ref float ofValues = ref Place__.Add(ref dx, t * 48 + 32);
			{
				Float__ sum0_0 = Float__.Zero, sum0_1 = Float__.Zero;
				for (int behind = 0; behind < frames0; behind++)
				{
					ref float row = ref Place__.Add(ref results, behind * 16);
					Float__ factor0 = Lanes__.Broadcast(ref weights, behind * 15);
					Float__ row0 = Lanes__.Load(ref row, 0);
					sum0_0 = Lanes__.MultiplyAdd(factor0, row0, sum0_0);
					Float__ row1 = Lanes__.Load(ref row, 8);
					sum0_1 = Lanes__.MultiplyAdd(factor0, row1, sum0_1);
				}
				Lanes__.Store(sum0_0, ref ofValues, 0);
				Lanes__.Store(sum0_1, ref ofValues, 8);
			}
		}
	}
}
