//HintName: AttentionScoreGradient.g.cs

// CausalAttention1: ∂s = p·(∂p − Σ p·∂p) / √16, ∂p = ∂y·v, and ∂q = Σ ∂s·k: 1 head of 16 values, 12 frames.
[Method__(Optimized)]
public static void CausalAttention1ScoreGradient(
	ref float counts, ref float x, ref float p, ref float dy, ref float ds, ref float dx, int count)
{
	unchecked
	{
		for (int t = 0; t < count; t++)
		{
			int oldest = 16 - (int)global::System.Math.Min((uint)Place__.Read(ref counts, t * 8), 12u);
			int first = oldest & -8;
			ref float keys = ref Place__.Add(ref x, t * 48 + 16);
			ref float values = ref Place__.Add(ref x, t * 48 + 32);
			ref float weights = ref Place__.Add(ref p, t * 16);
			ref float slopes = ref Place__.Add(ref ds, t * 16);
			ref float result = ref Place__.Add(ref dy, t * 16);
			ref float query = ref Place__.Add(ref dx, t * 48);
			for (int place = first; place < 16; place += 8)
			{
				ref float key = ref Place__.Add(ref values, place * 48);
				Float__ s0 = Float__.Zero, s1 = Float__.Zero, s2 = Float__.Zero;
				Float__ s3 = Float__.Zero, s4 = Float__.Zero, s5 = Float__.Zero;
				Float__ s6 = Float__.Zero, s7 = Float__.Zero;
				{
					Float__ q = Lanes__.Load(ref result, 0);
					s0 = Lanes__.MultiplyAdd(q, Lanes__.Load(ref key, 0), s0);
					s1 = Lanes__.MultiplyAdd(q, Lanes__.Load(ref key, 48), s1);
					s2 = Lanes__.MultiplyAdd(q, Lanes__.Load(ref key, 96), s2);
					s3 = Lanes__.MultiplyAdd(q, Lanes__.Load(ref key, 144), s3);
					s4 = Lanes__.MultiplyAdd(q, Lanes__.Load(ref key, 192), s4);
					s5 = Lanes__.MultiplyAdd(q, Lanes__.Load(ref key, 240), s5);
					s6 = Lanes__.MultiplyAdd(q, Lanes__.Load(ref key, 288), s6);
					s7 = Lanes__.MultiplyAdd(q, Lanes__.Load(ref key, 336), s7);
				}
				{
					Float__ q = Lanes__.Load(ref result, 8);
					s0 = Lanes__.MultiplyAdd(q, Lanes__.Load(ref key, 8), s0);
					s1 = Lanes__.MultiplyAdd(q, Lanes__.Load(ref key, 56), s1);
					s2 = Lanes__.MultiplyAdd(q, Lanes__.Load(ref key, 104), s2);
					s3 = Lanes__.MultiplyAdd(q, Lanes__.Load(ref key, 152), s3);
					s4 = Lanes__.MultiplyAdd(q, Lanes__.Load(ref key, 200), s4);
					s5 = Lanes__.MultiplyAdd(q, Lanes__.Load(ref key, 248), s5);
					s6 = Lanes__.MultiplyAdd(q, Lanes__.Load(ref key, 296), s6);
					s7 = Lanes__.MultiplyAdd(q, Lanes__.Load(ref key, 344), s7);
				}
				Lanes__.Store(Horizontal__.Sums(s0, s1, s2, s3, s4, s5, s6, s7), ref slopes, place);
			}
			for (int place = first; place < oldest; place++)
			{
				Place__.Add(ref slopes, place) = 0;
			}
			Float__ total0 = Float__.Zero;
			for (int place = first; place < 16; place += 8)
			{
				total0 = Lanes__.MultiplyAdd(Lanes__.Load(ref weights, place), Lanes__.Load(ref slopes, place), total0);
			}
			Float__ totals = Lanes__.Fill(Horizontal__.Sum(total0));
			for (int place = first; place < 16; place += 8)
			{
				Lanes__.Store(
					(Lanes__.Load(ref weights, place) * (Lanes__.Load(ref slopes, place) - totals) * Lanes__.Fill(0.25f)),
					ref slopes,
					place);
			}
			{
				Float__ sum0_0 = Float__.Zero, sum0_1 = Float__.Zero, sum1_0 = Float__.Zero;
				Float__ sum1_1 = Float__.Zero;
				int place = oldest;
				for (; place < 15; place += 2)
				{
					ref float row = ref Place__.Add(ref keys, place * 48);
					Float__ weight0 = Lanes__.Broadcast(ref slopes, place);
					sum0_0 = Lanes__.MultiplyAdd(weight0, Lanes__.Load(ref row, 0), sum0_0);
					sum0_1 = Lanes__.MultiplyAdd(weight0, Lanes__.Load(ref row, 8), sum0_1);
					Float__ weight1 = Lanes__.Broadcast(ref slopes, place + 1);
					sum1_0 = Lanes__.MultiplyAdd(weight1, Lanes__.Load(ref row, 48), sum1_0);
					sum1_1 = Lanes__.MultiplyAdd(weight1, Lanes__.Load(ref row, 56), sum1_1);
				}
				if (place < 16)
				{
					ref float row = ref Place__.Add(ref keys, place * 48);
					Float__ weight0 = Lanes__.Broadcast(ref slopes, place);
					sum0_0 = Lanes__.MultiplyAdd(weight0, Lanes__.Load(ref row, 0), sum0_0);
					sum0_1 = Lanes__.MultiplyAdd(weight0, Lanes__.Load(ref row, 8), sum0_1);
				}
				Lanes__.Store((sum0_0 + sum1_0), ref query, 0);
				Lanes__.Store((sum0_1 + sum1_1), ref query, 8);
			}
		}
	}
}
